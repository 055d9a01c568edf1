import { useTranslation } from "react-i18next";
import css from "./Deviations.module.css";

/** The lines of the office file that change; the sign stands before each for whoever does not see colours. */
export function Diff({ lines }: { lines: string[] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <details className={css.diff}>
      <summary>{t("proposal.diff")}</summary>
      <pre tabIndex={0}>
        {lines.map((line, i) => (
          <span key={i} data-sign={line[0]}>
            {line}
            {"\n"}
          </span>
        ))}
      </pre>
    </details>
  );
}
