import { useTranslation } from "react-i18next";
import type { DayFigures, Morning } from "../../api/morning.ts";
import { useMoments, useOfficeNow } from "../../format.ts";
import { Section } from "../Section.tsx";
import css from "./morning.module.css";
import { NightCalls } from "./NightCalls.tsx";
import { Sum } from "./Yesterday.tsx";

/** What came while nobody was here, and since. */
export function SinceClosing({ figures, nights }: { figures: DayFigures; nights: Morning["nights"] }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  return (
    <Section title={t("morning.sinceClosing")} aside={<span className={css.aside}>{t("line.since", { time: moments.near(figures.from, now) })}</span>} testId="since-closing">
      <Sum figures={figures} />
      <NightCalls nights={nights} />
    </Section>
  );
}
