import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Line } from "../api/client.ts";
import { useLines } from "../api/queries.ts";
import { phone, useFigures, useMoments, useNames, useOfficeNow, useWord } from "../format.ts";
import { Alarms } from "../parts/Alarms.tsx";
import { Dot, PageHead, Section } from "../parts/Section.tsx";
import { Empty, Loaded } from "../parts/States.tsx";
import { LINE_TONE } from "../parts/tones.ts";
import css from "./LinesPage.module.css";

const GROUPS: ["fxo" | "trunk" | "phones", Line["kind"][]][] = [
  ["fxo", ["fxo"]],
  ["trunk", ["trunk"]],
  ["phones", ["fxs", "sip"]],
];

export function LinesPage() {
  const { t } = useTranslation();
  const lines = useLines();
  return (
    <>
      <PageHead title={t("line.title")} lead={t("line.lead")} />
      <Loaded of={lines}>
        {(all) => (
          <div className={css.groups}>
            {GROUPS.map(([group, kinds]) => {
              const members = all.filter((l) => kinds.includes(l.kind));
              return (
                <Section key={group} title={t(`line.${group}`)} testId={`lines-${group}`}>
                  {members.length === 0 ? (
                    <Empty title={t("line.none")} />
                  ) : (
                    <ul className={css.lines}>
                      {members.map((line) => (
                        <One key={line.port} line={line} />
                      ))}
                    </ul>
                  )}
                </Section>
              );
            })}
            <Alarms />
          </div>
        )}
      </Loaded>
    </>
  );
}

function One({ line }: { line: Line }) {
  const { t } = useTranslation();
  const word = useWord();
  const name = useNames();
  const { mean } = useFigures();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  const tone = LINE_TONE[line.state] ?? "calm";
  const what = [line.number && phone(line.number), line.purpose, line.person && name(line.person)].filter(Boolean).join(" · ");
  return (
    <li className={css.line} data-testid={`line-${line.port}`} data-state={line.state}>
      <Dot tone={tone} />
      <div className={css.what}>
        <strong>
          {line.kind === "fxo" ? (
            <Link to="/lines/$port" params={{ port: line.port }} className={css.open} data-testid={`open-${line.port}`}>
              {line.port}
            </Link>
          ) : (
            line.port
          )}
        </strong>
        <span>{what}</span>
        {line.copper && (
          <span>
            {t("copper.now", { volts: mean(Math.abs(line.copper.volts)), milliamps: mean(line.copper.milliamps) })}
            {line.copper.clearing && ` · ${t("copper.clearing")}`}
          </span>
        )}
        {line.detail && <small>{line.detail}</small>}
      </div>
      <div className={css.state} data-tone={tone}>
        {word("line", line.state)}
        {line.since && <small>{t("line.since", { time: moments.near(line.since, now) })}</small>}
      </div>
    </li>
  );
}
