import { IconCheck, IconPhoneIncoming, IconPhoneOutgoing, IconPhoneRinging, IconPhone, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Call, Person } from "../api/client.ts";
import { usePeople } from "../api/queries.ts";
import { clockLength, useNames, useWord } from "../format.ts";
import css from "./CallWay.module.css";
import type { Tone } from "./Section.tsx";
import { useTarget } from "./target.ts";
import { going, OUTCOME_TONE, RESULT_TONE } from "./tones.ts";

interface Stop {
  key: string;
  tone: Tone;
  icon: ReactNode;
  title: string;
  note: string;
  now?: boolean;
}

/** The way of a call as stations on a cord: where it came in, who was rung, where it is now. */
export function CallWay({ call }: { call: Call }) {
  const { t } = useTranslation();
  const word = useWord();
  const name = useNames();
  const { data: people } = usePeople();
  const target = useTarget();
  const stops = [
    start(call, t(`call.${call.direction}`), name),
    ...call.stages.map((stage, i): Stop => {
      const ringing = stage.result === null;
      const here = ringing || (talksHere(call) && i === call.stages.length - 1);
      return {
        key: `stage${i}`,
        tone: stage.result === null ? "ring" : RESULT_TONE[stage.result],
        icon: ringing ? <IconPhoneRinging size={14} /> : stage.result === "answered" ? <IconCheck size={14} /> : <IconX size={14} />,
        title: stage.rang.map(name).join(", ") || target(stage.target),
        note: here ? t(ringing ? "outcome.ringing" : "outcome.talking") : `${word("result", stage.result ?? "")} · ${clockLength(stage.seconds)}`,
        now: here,
      };
    }),
    ...end(call, people ?? [], name, t),
  ];
  return (
    <ol className={css.way} aria-label={t("call.path")} data-testid="call-way">
      {stops.map((stop) => (
        <li key={stop.key} data-tone={stop.tone} data-now={stop.now || undefined} aria-current={stop.now ? "step" : undefined}>
          <span className={css.station} aria-hidden>
            {stop.icon}
          </span>
          <span className={css.words}>
            <strong>{stop.title}</strong>
            <span>{stop.note}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function start(call: Call, direction: string, name: (e: string) => string): Stop {
  const Icon = call.direction === "in" ? IconPhoneIncoming : IconPhoneOutgoing;
  return {
    key: "start",
    tone: "owed",
    icon: <Icon size={14} />,
    title: call.direction === "in" ? call.via : name(call.via),
    note: direction,
  };
}

function end(call: Call, people: Person[], name: (e: string | null) => string, t: TFunction): Stop[] {
  const tone = OUTCOME_TONE[call.outcome];
  if (!going(call)) {
    return [{ key: "end", tone, icon: <IconPhone size={14} />, title: t(`outcome.${call.outcome}`), note: talked(call) }];
  }
  if (talksHere(call)) return [];
  if (call.outcome === "talking") {
    return [{ key: "now", tone, icon: <IconPhone size={14} />, title: name(call.answeredBy), note: t("outcome.talking"), now: true }];
  }
  if (call.stages.some((s) => s.result === null)) return [];
  // A stage is written down when it ends; until then the people themselves say that they ring for this call.
  const rung = people.filter((p) => p.callId === call.id && p.state === "ringing");
  return [
    {
      key: "now",
      tone,
      icon: <IconPhoneRinging size={14} />,
      title: rung.map((p) => p.name).join(", ") || (call.parkedIn ? t("target.park", { name: call.parkedIn }) : step(call, t)),
      note: t(`outcome.${call.outcome}`),
      now: true,
    },
  ];
}

const STEPS = ["greeting", "message tone"];

/** What the caller hears while nobody is rung; most events are for the log, not for this. */
function step(call: Call, t: (key: string) => string): string {
  const newest = call.events.at(-1)?.what ?? "";
  return STEPS.includes(newest) ? t(`step.${newest}`) : t("call.goesOn");
}

/** Whoever took the last stage is still the one who talks. */
const talksHere = (call: Call): boolean => {
  const last = call.stages.at(-1);
  return call.outcome === "talking" && last?.result === "answered" && !!call.answeredBy && last.rang.includes(call.answeredBy);
};

const talked = (call: Call) => (call.talkSeconds > 0 ? clockLength(call.talkSeconds) : "");
