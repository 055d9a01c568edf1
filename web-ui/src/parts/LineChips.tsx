import { useTranslation } from "react-i18next";
import { useLines } from "../api/queries.ts";
import { phone, useWord } from "../format.ts";
import css from "./LineChips.module.css";
import { Dot } from "./Section.tsx";
import { Empty, Loaded } from "./States.tsx";
import { LINE_TONE } from "./tones.ts";

/** The office's ways in: each line and trunk with its state. */
export function LineChips() {
  const { t } = useTranslation();
  const lines = useLines();
  const word = useWord();
  return (
    <Loaded of={lines}>
      {(all) => {
        const ways = all.filter((l) => l.kind === "fxo" || l.kind === "trunk");
        if (ways.length === 0) return <Empty title={t("line.none")} />;
        return (
          <ul className={css.lines}>
            {ways.map((line) => (
              <li key={line.port} data-testid={`line-${line.port}`} data-state={line.state}>
                <Dot tone={LINE_TONE[line.state] ?? "calm"} />
                <strong>{line.port}</strong>
                <span className={css.what}>
                  {line.number && <span>{phone(line.number)}</span>}
                  {line.purpose && <span>{line.purpose}</span>}
                </span>
                <span className={css.state} data-tone={LINE_TONE[line.state] ?? "calm"}>
                  {word("line", line.state)}
                </span>
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
