import { useTranslation } from "react-i18next";
import type { TrialFigures } from "../../api/deviations.ts";
import { clockLength, useFigures } from "../../format.ts";
import css from "./Deviations.module.css";

/** Fourteen days before a change and after it, side by side. */
export function TrialTable({ before, after }: { before: TrialFigures; after: TrialFigures }) {
  const { t } = useTranslation();
  const { share, mean } = useFigures();
  const shown: [string, (f: TrialFigures) => string | number | null][] = [
    ["calls", (f) => f.calls],
    ["lost", (f) => (f.lost === null ? null : share(f.lost))],
    ["wait", (f) => (f.waitSeconds === null ? null : clockLength(f.waitSeconds))],
    ["head", (f) => (f.reachedHead === null ? null : share(f.reachedHead))],
    ["repeats", (f) => f.repeats],
    ["rating", (f) => (f.rating === null ? null : mean(f.rating))],
  ];
  return (
    <table className={css.trial}>
      <thead>
        <tr>
          <th scope="col">
            <span className={css.unseen}>{t("proposal.figure")}</span>
          </th>
          <th scope="col">{t("proposal.before")}</th>
          <th scope="col">{t("proposal.after")}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(([key, of]) => (
          <tr key={key}>
            <th scope="row">{t(`proposal.figures.${key}`)}</th>
            <td>{of(before) ?? "–"}</td>
            <td>{of(after) ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
