import { Anchor, Drawer } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Call } from "../api/client.ts";
import { useCall } from "../api/queries.ts";
import { clockLength, phone, useMoments, useNames, useOfficeNow, useWord } from "../format.ts";
import { AboutCall } from "./call/AboutCall.tsx";
import { ClassChips } from "./call/ClassChips.tsx";
import { PromiseInTalk } from "./call/PromiseInTalk.tsx";
import { Recorded } from "./call/Recorded.tsx";
import { CallerCard } from "./contact/CallerCard.tsx";
import css from "./CallDetails.module.css";
import { CallWay } from "./CallWay.tsx";
import { useCallerOf } from "./Caller.tsx";
import { Tag } from "./Section.tsx";
import { Loaded } from "./States.tsx";
import { Told } from "./Told.tsx";
import { OUTCOME_TONE } from "./tones.ts";

/** Everything written down about one call; staff add what it was about. */
export function CallDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const call = useCall(id);
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      size="lg"
      title={t("call.details")}
      closeButtonProps={{ "aria-label": t("nav.close") }}
    >
      {id !== null && <Loaded of={call}>{(c) => <Details key={c.id} call={c} />}</Loaded>}
    </Drawer>
  );
}

function Details({ call }: { call: Call }) {
  const { t } = useTranslation();
  const who = useCallerOf()(call);
  return (
    <div className={css.details} data-testid="call-details">
      <div className={css.title}>
        <h2>{who.name}</h2>
        {who.number && <span>{who.number}</span>}
        <Tag tone={OUTCOME_TONE[call.outcome]}>{t(`outcome.${call.outcome}`)}</Tag>
      </div>
      <div className={css.card}>
        <CallerCard call={call} />
      </div>
      <Facts call={call} />
      {call.promiseId && (
        <p className={css.promise}>
          {t("call.promise")}{" "}
          <Anchor renderRoot={(props) => <Link to="/promises" {...props} />} underline="always">
            {t("call.toPromises")}
          </Anchor>
        </p>
      )}
      <Recorded call={call} />
      <h3>{t("call.stages")}</h3>
      <CallWay call={call} />
      <NotRung call={call} />
      <h3>{t("call.class")}</h3>
      <ClassChips call={call} />
      <div className={css.aboutCall}>
        <AboutCall call={call} />
      </div>
      <PromiseInTalk call={call} />
      <Events call={call} />
    </div>
  );
}

function Facts({ call }: { call: Call }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  const name = useNames();
  const facts: [string, string | null][] = [
    [t("call.at"), `${moments.near(call.startedAt, now)}`],
    [t("call.via"), call.via],
    [t("call.called"), call.calledNumber && phone(call.calledNumber)],
    [t("call.answeredBy"), name(call.answeredBy) || t("call.nobody")],
    [t("call.wait"), clockLength(call.waitSeconds)],
    [t("call.talk"), clockLength(call.talkSeconds)],
    [t("call.hold"), call.holdSeconds > 0 ? clockLength(call.holdSeconds) : null],
    [t("call.transfers"), call.transfers > 0 ? String(call.transfers) : null],
    [t("call.rating"), call.rating === null ? null : `${call.rating} / 5`],
  ];
  return (
    <dl className={css.facts}>
      {facts.map(
        ([term, value]) =>
          value && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function NotRung({ call }: { call: Call }) {
  const { t } = useTranslation();
  const word = useWord();
  const name = useNames();
  const left = call.stages.flatMap((stage) => Object.entries(stage.notRung));
  if (left.length === 0) return null;
  return (
    <p className={css.notRung}>
      {t("call.notRung")}: {left.map(([who, why]) => `${name(who)} (${word("cause", why)})`).join(", ")}
    </p>
  );
}

function Events({ call }: { call: Call }) {
  const { t } = useTranslation();
  const moments = useMoments();
  if (call.events.length === 0) return null;
  return (
    <>
      <h3>{t("call.events")}</h3>
      <ol className={css.events}>
        {call.events.map((event, i) => (
          <li key={i}>
            <time dateTime={event.at}>{moments.exact(event.at)}</time>
            <span>
              <Told text={event.what} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
