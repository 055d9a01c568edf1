import { useTranslation } from "react-i18next";
import type { Promised } from "../../api/client.ts";
import { useMoments, useNames, useOfficeNow, useWord } from "../../format.ts";
import { Tag } from "../Section.tsx";

export const owed = (promise: Promised) => promise.state === "open" || promise.state === "broken";

/** By when it is due, or what became of it. */
export function Due({ promise }: { promise: Promised }) {
  const { t } = useTranslation();
  const word = useWord();
  const name = useNames();
  const now = useOfficeNow(15_000);
  const moments = useMoments();
  if (!owed(promise)) {
    const how = [promise.how && word("how", promise.how), promise.late && t("promise.late"), promise.closedBy && name(promise.closedBy)];
    return (
      <Tag tone={promise.state === "kept" ? "talk" : "calm"} testId="promise-due">
        {[t(`promise.${promise.state}`), ...how].filter(Boolean).join(" · ")}
      </Tag>
    );
  }
  const near = (at: string) => moments.near(at, now);
  if (promise.state === "broken") {
    return (
      <Tag tone="late" testId="promise-due">
        {t("promise.overdue", { time: near(promise.overdueAt) })}
      </Tag>
    );
  }
  const begun = Date.parse(promise.dueAt) <= now.getTime();
  const listen = promise.kind === "listen" ? "listen" : "";
  return (
    <Tag tone={begun ? "ring" : "owed"} testId="promise-due">
      {begun ? t(`promise.${listen || "due"}Now`, { time: near(promise.overdueAt) }) : t("promise.due", { time: near(promise.dueAt) })}
    </Tag>
  );
}
