import { useTranslation } from "react-i18next";
import type { LineDetail } from "../../api/copper.ts";
import { useFigures } from "../../format.ts";
import { Level } from "../Level.tsx";
import { Section } from "../Section.tsx";
import css from "./copper.module.css";

/** Where the bar begins, dBm0; it ends at 0. */
const QUIETEST = -60;
/** What the box says of no sound at all, dBm0. */
const NOTHING = -99;

/** How loud the wires are in both directions, live; a modem does not tell. */
export function Levels({ line }: { line: LineDetail }) {
  const { t } = useTranslation();
  const { mean } = useFigures();
  if (!line.copper) return null;
  const shown = (dbm0: number | undefined) => {
    if (dbm0 === undefined) return "–";
    return dbm0 <= NOTHING ? t("meter.silence") : t("copper.dbm0", { n: mean(dbm0) });
  };
  const bar = (dbm0 = QUIETEST) => Math.min(1, Math.max(0, 1 - dbm0 / QUIETEST));
  return (
    <Section title={t("meter.title")} testId="levels">
      <div className={css.levels}>
        <Level label={t("meter.heard")} level={bar(line.meter?.heardDbm0)} figure={shown(line.meter?.heardDbm0)} testId="level-heard" />
        <Level label={t("meter.sent")} level={bar(line.meter?.sentDbm0)} figure={shown(line.meter?.sentDbm0)} testId="level-sent" />
      </div>
      <p className={css.dim}>{t(line.meter ? "meter.hint" : "meter.idle")}</p>
    </Section>
  );
}
