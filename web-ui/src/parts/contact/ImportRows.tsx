import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ImportReport } from "../../api/client.ts";
import { phone, useClassName, useWord } from "../../format.ts";
import { useSaid } from "../../i18n/said.ts";
import { Section, Tag, type Tone } from "../Section.tsx";
import css from "./ImportRows.module.css";

const TONE: Record<ImportReport["items"][number]["result"], Tone> = { new: "talk", updated: "owed", duplicate: "calm", fault: "late" };
const RESULTS = ["new", "updated", "duplicate", "fault"] as const;

/** What becomes of each row, faults first; the columns as they were understood. */
export function ImportRows({ report, file, busy, onTake }: { report: ImportReport; file: string; busy: boolean; onTake: () => void }) {
  const { t } = useTranslation();
  const className = useClassName();
  const word = useWord();
  const said = useSaid();
  const rows = report.items.toSorted((a, b) => Number(b.result === "fault") - Number(a.result === "fault") || a.line - b.line);
  const useful = report.new + report.updated;
  return (
    <div className={css.report} data-testid="import-report">
      <Section
        title={t(report.preview ? "contact.import.preview" : "contact.import.done", { file })}
        aside={
          report.preview && (
            <Button onClick={onTake} loading={busy} disabled={useful === 0} data-testid="import-take">
              {t("contact.import.take", { count: useful })}
            </Button>
          )
        }
      >
        <p className={css.sums} role="status">
          {RESULTS.map((result) => (
            <Tag key={result} tone={TONE[result]} testId={`import-${result}`}>
              {t(`contact.import.${result}`)}: {report[result]}
            </Tag>
          ))}
        </p>
        <Columns report={report} />
        <ul className={css.rows}>
          {rows.slice(0, 500).map((row) => (
            <li key={row.line} data-result={row.result}>
              <span className={css.line}>{t("file.line", { line: row.line })}</span>
              <Tag tone={TONE[row.result]}>{t(`contact.import.row.${row.result}`)}</Tag>
              {row.class && <Tag tone="calm">{className(row.class)}</Tag>}
              <span className={css.name}>
                {[row.name, row.numbers.map(phone).join(", ")].filter(Boolean).join(" · ")}
                {(row.reason || row.changes.length > 0) && <small>{row.reason ? row.reason.split("; ").map(said).join("; ") : row.changes.map((change) => word("field", change)).join(", ")}</small>}
              </span>
            </li>
          ))}
        </ul>
        {rows.length > 500 && <p className={css.sums}>{t("contact.import.rest", { count: rows.length - 500 })}</p>}
      </Section>
    </div>
  );
}

function Columns({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const word = useWord();
  if (report.columns.length === 0) return null;
  return (
    <dl className={css.columns} aria-label={t("contact.import.columns")}>
      {report.columns.map((column, i) => (
        <div key={i}>
          <dt>{column.header || "–"}</dt>
          <dd>→ {column.means ? word("field", column.means) : t("contact.import.toNote")}</dd>
        </div>
      ))}
    </dl>
  );
}
