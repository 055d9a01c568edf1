import { useTranslation } from "react-i18next";
import type { Call } from "../api/client.ts";
import { clockLength, useClassName, useOfficeNow } from "../format.ts";
import { useCallerOf } from "./Caller.tsx";
import { ClassChips } from "./call/ClassChips.tsx";
import { CallerCard } from "./contact/CallerCard.tsx";
import css from "./CallCard.module.css";
import { CallWay } from "./CallWay.tsx";
import { Tag } from "./Section.tsx";
import { going, OUTCOME_TONE } from "./tones.ts";

/** A call on the board: who, how long, and its way so far. */
export function CallCard({ call, onOpen }: { call: Call; onOpen?: () => void }) {
  const { t } = useTranslation();
  const className = useClassName();
  const now = useOfficeNow();
  const who = useCallerOf()(call);
  const seconds = going(call) ? (now.getTime() - Date.parse(call.startedAt)) / 1000 : call.waitSeconds + call.talkSeconds;
  return (
    <article className={css.card} data-going={going(call) || undefined} data-third={call.thirdCall || undefined} data-testid="live-call" data-outcome={call.outcome}>
      <header>
        <div className={css.who}>
          {onOpen ? (
            <button type="button" onClick={onOpen} className={css.name}>
              {who.name}
            </button>
          ) : (
            <strong className={css.name}>{who.name}</strong>
          )}
          {who.number && <span className={css.number}>{who.number}</span>}
        </div>
        {call.thirdCall && (
          <Tag tone="late" testId="third-call">
            {t("call.third")}
          </Tag>
        )}
        {call.class && <Tag tone="calm">{className(call.class)}</Tag>}
        <Tag tone={OUTCOME_TONE[call.outcome]} testId="live-outcome">
          {call.parkedIn ? t("call.parkedIn", { place: call.parkedIn }) : t(`outcome.${call.outcome}`)}
        </Tag>
        <span className={css.timer}>{clockLength(seconds)}</span>
      </header>
      <CallWay call={call} />
      {call.direction === "in" && call.callerNumber && (
        <footer className={css.known}>
          <CallerCard call={call} />
          {call.class === null && <ClassChips call={call} />}
        </footer>
      )}
    </article>
  );
}
