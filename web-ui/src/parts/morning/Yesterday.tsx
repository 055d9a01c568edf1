import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DayFigures, Morning } from "../../api/morning.ts";
import { clockLength } from "../../format.ts";
import { CallsLink } from "../CallsLink.tsx";
import css from "./morning.module.css";

/** Yesterday's sentence, then its sum; "nobody was lost" is said only when nobody was. */
export function Yesterday({ yesterday }: { yesterday: Morning["yesterday"] }) {
  const { t } = useTranslation();
  const { sentence } = yesterday;
  return (
    <section className={css.yesterday} data-sentence={sentence} aria-label={t("balance.yesterday")} data-testid="yesterday">
      <p className={css.sentence} data-testid="yesterday-sentence">
        {sentence === "lost" ? (
          <CallsLink ids={yesterday.lostCalls} testId="yesterday-lost">
            {t("morning.lost", { count: yesterday.lost })}
          </CallsLink>
        ) : (
          t(`morning.${sentence}`)
        )}
      </p>
      {sentence !== "noCalls" && <Sum figures={yesterday} />}
    </section>
  );
}

/** N = a + b + c + open, each of them a way to its calls; deaf time beside it. */
export function Sum({ figures }: { figures: DayFigures }) {
  const { t } = useTranslation();
  const parts = ["talked", "promised", "refused", "open"] as const;
  const deaf = figures.deafSeconds + figures.allBusySeconds > 0;
  return (
    <>
      <div className={css.sum}>
        <Term label={t("morning.in", { count: figures.in.value })} ids={figures.in.calls} value={figures.in.value} testId="in" />
        {parts.map((part, i) => (
          <span key={part} className={css.plus}>
            <i aria-hidden>{i === 0 ? "=" : "+"}</i>
            <Term label={t(`balance.${part}`)} ids={figures[part].calls} value={figures[part].value} testId={part} />
          </span>
        ))}
        <span className={css.holds} data-holds={figures.balanced || undefined}>
          {figures.balanced ? <IconCircleCheck size={17} aria-hidden /> : <IconAlertTriangle size={17} aria-hidden />}
          {t(figures.balanced ? "balance.holds" : "balance.fails")}
        </span>
      </div>
      <p className={css.deaf} data-bad={deaf || undefined}>
        {deaf
          ? [
              figures.deafSeconds > 0 && `${t("balance.deaf")}: ${clockLength(figures.deafSeconds)}`,
              figures.allBusySeconds > 0 && `${t("balance.allBusy")}: ${clockLength(figures.allBusySeconds)}`,
            ]
              .filter(Boolean)
              .join(" · ")
          : t("balance.noDeaf")}
      </p>
    </>
  );
}

function Term({ label, ids, value, testId }: { label: string; ids: string[]; value: number; testId: string }) {
  return (
    <span className={css.term}>
      <strong>
        <CallsLink ids={ids} testId={`sum-${testId}`}>
          {value}
          <span className={css.unseen}> {label}</span>
        </CallsLink>
      </strong>
      <span aria-hidden>{label}</span>
    </span>
  );
}
