import { IconPhoneIncoming, IconPhoneOutgoing, IconArrowsLeftRight } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Call } from "../api/client.ts";
import { clockLength, useClassName, useMoments, useNames, useOfficeDay } from "../format.ts";
import { useCallerOf } from "./Caller.tsx";
import css from "./CallTable.module.css";
import { Tag } from "./Section.tsx";
import { OUTCOME_TONE } from "./tones.ts";
import { useSame } from "./useSame.ts";

const DIRECTION = { in: IconPhoneIncoming, out: IconPhoneOutgoing, internal: IconArrowsLeftRight };

/** The call log: a table on a desk, a list of cards on a telephone's screen (by the style sheet alone). */
export function CallTable({ calls, onOpen }: { calls: Call[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const open = useSame(onOpen);
  return (
    <div className={css.frame}>
      <table className={css.table} data-testid="call-log">
        <thead>
          <tr>
            <th scope="col">{t("call.at")}</th>
            <th scope="col">{t("call.caller")}</th>
            <th scope="col">{t("call.via")}</th>
            <th scope="col">{t("call.class")}</th>
            <th scope="col">{t("call.answeredBy")}</th>
            <th scope="col" className={css.number}>
              {t("call.wait")}
            </th>
            <th scope="col" className={css.number}>
              {t("call.talk")}
            </th>
            <th scope="col">{t("call.outcome")}</th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <Row key={call.id} call={call} onOpen={open} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Row = memo(function Row({ call, onOpen }: { call: Call; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const className = useClassName();
  const moments = useMoments();
  const name = useNames();
  const now = useOfficeDay();
  const who = useCallerOf()(call);
  const Direction = DIRECTION[call.direction];
  return (
    <tr onClick={() => onOpen(call.id)} data-testid="call-row" data-outcome={call.outcome} data-caller={call.callerNumber ?? ""}>
      <td className={css.when}>
        <time dateTime={call.startedAt}>{moments.near(call.startedAt, now)}</time>
      </td>
      <td className={css.who}>
        <Direction size={16} stroke={1.7} aria-label={t(`call.${call.direction}`)} role="img" />
        <span>
          <button type="button" aria-label={t("log.open", { who: who.name })}>
            {who.name}
          </button>
          {who.number && <small>{who.number}</small>}
          {(call.topic || call.essence) && <small>{[call.topic, call.essence].filter(Boolean).join(" — ")}</small>}
        </span>
      </td>
      <td className={css.via}>{call.via}</td>
      <td className={css.class}>{call.class && className(call.class)}</td>
      <td className={css.by}>{name(call.answeredBy)}</td>
      <td className={css.number} data-label={t("call.wait")}>
        {clockLength(call.waitSeconds)}
      </td>
      <td className={css.number} data-label={t("call.talk")}>
        {call.talkSeconds > 0 ? clockLength(call.talkSeconds) : "–"}
      </td>
      <td className={css.outcome}>
        <Tag tone={OUTCOME_TONE[call.outcome]}>{t(`outcome.${call.outcome}`)}</Tag>
      </td>
    </tr>
  );
});
