import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { LineLesson } from "../../api/copper.ts";
import { useFigures, useWord } from "../../format.ts";

/** What a reading says, in words and units: "480+620 Гц, мс: 350 / 350". */
export function useShown() {
  const { t } = useTranslation();
  const word = useWord();
  const { mean } = useFigures();
  return useCallback(
    (trait: LineLesson["trait"], value: string, amount: number | null): string => {
      const figure = amount ?? Number(value);
      switch (trait) {
        case "busyTone": {
          const [hz, ms] = value.split(" ");
          return `${t("copper.hz", { n: (hz ?? "").replace("+", " + ") })}, ${ms ? t("tone.rhythm", { ms: ms.replaceAll(",", " / ") }) : t("tone.steady")}`;
        }
        case "release":
          return word("copper.release", value);
        case "callerId":
          return word("scheme", value);
        case "level":
          return t("copper.dbm0", { n: mean(figure) });
        case "hybrid":
          return amount === null ? value : t("lesson.setting", { n: value, db: mean(amount) });
        case "ringPause":
          return t("copper.ms", { n: Math.round(figure) });
        case "idleVoltage":
          return t("copper.volts", { n: mean(figure) });
      }
    },
    [t, word, mean],
  );
}
