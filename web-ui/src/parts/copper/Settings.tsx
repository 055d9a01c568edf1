import { useTranslation } from "react-i18next";
import type { LineDetail } from "../../api/copper.ts";
import { useFigures, useSpan, useWord } from "../../format.ts";
import { Section } from "../Section.tsx";
import { Empty } from "../States.tsx";
import { Facts } from "./Facts.tsx";

/** What the office file says of the line. */
export function Settings({ line }: { line: LineDetail }) {
  const { t } = useTranslation();
  const { mean } = useFigures();
  const span = useSpan();
  const word = useWord();
  const set = line.settings;
  const dialled = [set?.dialPrefix, set?.waitAfter].filter(Boolean).join(", ");
  return (
    <Section title={t("lineSettings.title")} testId="line-settings">
      {set ? (
        <Facts
          facts={[
            [t("lineSettings.direction"), t(`lineSettings.directions.${set.direction}`), "direction"],
            [t("lineSettings.order"), String(set.order), "order"],
            [t("lineSettings.answer"), t(`lineSettings.answers.${set.answer}`, { time: span(set.answerAfterSeconds ?? 0) }), "answer"],
            [t("lineSettings.script"), set.script ?? "–", "script"],
            [t("lineSettings.dial"), [t(`lineSettings.dials.${set.dialMode}`), dialled].filter(Boolean).join(": "), "dial"],
            ...(set.direction === "in" ? [] : [[t("lineSettings.outgoing"), word("lineSettings.outgoings", set.outgoing), "outgoing"] as const]),
            [t("lineSettings.signs"), set.release.map((sign) => word("copper.release", sign)).join(", ") || t("lineSettings.anySign"), "signs"],
            [t("lineSettings.callerId"), word("scheme", set.callerId), "callerId"],
            ...(set.areaCode ? [[t("lineSettings.areaCode"), set.areaCode, "areaCode"] as const] : []),
            [t("lineSettings.gains"), t("lineSettings.gain", { rx: mean(set.rxDb), tx: mean(set.txDb) }), "gains"],
          ]}
        />
      ) : (
        <Empty title={t("lineSettings.unnamed")} />
      )}
    </Section>
  );
}
