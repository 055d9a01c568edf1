import { useTranslation } from "react-i18next";
import { useBoard } from "../api/queries.ts";
import { useMoments, useOfficeNow } from "../format.ts";
import css from "./Shell.module.css";

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
    </div>
  );
}
