import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Morning } from "../../api/morning.ts";
import { useLines } from "../../api/queries.ts";
import { useMoments, useOfficeNow } from "../../format.ts";
import { Tag, type Tone } from "../Section.tsx";
import css from "./morning.module.css";

type NightCall = Morning["nights"][number];

const TONES: Record<NightCall["night"]["result"], Tone> = {
  rang: "talk",
  heard: "talk",
  notRung: "late",
  notHeard: "late",
  noDialTone: "late",
  stopped: "calm",
};

/** The box's own call to each line at night: whether clients get through. Where one line cannot call another, nothing is tested. */
export function NightCalls({ nights }: { nights: Morning["nights"] }) {
  const { t } = useTranslation();
  const { data: lines } = useLines();
  const several = (lines ?? []).filter((line) => line.kind === "fxo").length > 1;
  if (nights.length === 0 && !several) return null;
  return (
    <div className={css.nights} data-testid="morning-nights">
      <h3>{t("morning.nights")}</h3>
      {nights.length === 0 ? (
        <p>{t("morning.noNights")}</p>
      ) : (
        <ul>
          {nights.map((one) => (
            <One key={one.port} call={one} />
          ))}
        </ul>
      )}
    </div>
  );
}

function One({ call: { port, night } }: { call: NightCall }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  return (
    <li data-testid="night" data-port={port} data-result={night.result}>
      <Link to="/lines/$port" params={{ port }}>
        {port}
      </Link>
      <Tag tone={TONES[night.result]}>{t(`copper.nights.${night.result}`)}</Tag>
      <span>{[moments.near(night.at, now), t("morning.nightFrom", { port: night.from })].join(" · ")}</span>
    </li>
  );
}
