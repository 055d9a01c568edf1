import { useTranslation } from "react-i18next";
import { useBoard } from "../api/queries.ts";
import { useMoments, useOfficeNow } from "../format.ts";
import css from "./Shell.module.css";

/** Whether the browser's clock reads something else than the office's zone does: all times of the page are the office's. */
const elsewhere = (at: Date, zone: string): boolean => {
  const reading = (timeZone?: string) => new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" }).format(at);
  return reading(zone) !== reading();
};

/** GMT+2: the same in every language. */
const zoneName = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "shortOffset" }).formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? timeZone;

/** The office's own wall clock, which promises are reckoned by, and whether the office is open. */
export function OfficeClock() {
  const { t } = useTranslation();
  const { data: board } = useBoard();
  const now = useOfficeNow();
  const moments = useMoments();
  if (!board) return <div className={css.clock} />;
  return (
    <div className={css.clock} data-testid="office-clock" title={t("clock.office")}>
      {board.clockTrusted ? (
        <span className={css.open} data-open={board.open || undefined}>
          {t(board.open ? "clock.open" : "clock.closed")}
        </span>
      ) : (
        <span className={css.open} data-late>
          {t("clock.untrusted")}
        </span>
      )}
      <span className={css.day}>{moments.day(now)}</span>
      <time className={css.time} dateTime={now.toISOString()}>
        {moments.time(now)}
      </time>
      {elsewhere(now, board.timeZone) && (
        <span className={css.zone} data-testid="office-zone">
          {t("clock.zone", { zone: zoneName(board.timeZone, now) })}
        </span>
      )}
    </div>
  );
}
