import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { LineDetail } from "../../api/copper.ts";
import { useFigures, useMoments, useOfficeNow } from "../../format.ts";
import { Section } from "../Section.tsx";
import { Empty } from "../States.tsx";
import { Facts } from "./Facts.tsx";

/** What the wires say now, and when they last showed that somebody is behind them. */
export function Wires({ line }: { line: LineDetail }) {
  const { t } = useTranslation();
  const { mean } = useFigures();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  const wires = line.copper;
  return (
    <Section title={t("copper.wires")} testId="wires">
      {wires ? (
        <Facts
          facts={[
            [t("copper.voltage"), t("copper.volts", { n: mean(wires.volts) }), "volts"],
            [t("copper.current"), t("copper.milliamps", { n: mean(wires.milliamps) }), "milliamps"],
            [t("copper.idle"), wires.idleVolts === null ? "–" : t("copper.volts", { n: mean(wires.idleVolts) }), "idle"],
            [t("copper.sign"), moments.near(wires.lastSignOfLife, now), "sign"],
            [t("copper.lifeline"), lifelines(line, t), "lifeline"],
            ...(line.night
              ? [[t("copper.night"), t("copper.nightOf", { result: t(`copper.nights.${line.night.result}`), time: moments.near(line.night.at, now) }), "night"] as const]
              : []),
            ...(wires.muteSince ? [[t("copper.mute"), t("line.since", { time: moments.near(wires.muteSince, now) }), "mute"] as const] : []),
          ]}
        />
      ) : (
        <Empty title={t(line.kind === "trunk" ? "copper.noWiresTrunk" : "copper.noWires")} />
      )}
    </Section>
  );
}

/** Each telephone that a relay can let fall onto this line. */
function lifelines(line: LineDetail, t: TFunction) {
  const all = (line.lifelines ?? []).map(({ telephone, why }) =>
    why ? t("copper.lifelineLine", { telephone, why: t(`copper.lifelineWhy.${why}`) }) : t("copper.lifelineBox", { telephone }),
  );
  return all.join("; ") || t("copper.lifelineNone");
}
