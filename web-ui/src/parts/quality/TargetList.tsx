import { IconCircleCheck, IconCircleDashed, IconCircleX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Target } from "../../api/morning.ts";
import { useFigures } from "../../format.ts";
import { CallsLink } from "../CallsLink.tsx";
import css from "./quality.module.css";

/** A target as it is written in the office file, "90%" or "4.7", in the page's language. */
export function wantedOf(target: Target, figures: { share: (n: number) => string; mean: (n: number) => string }): string | null {
  if (target.wanted === null) return null;
  const value = Number.parseFloat(target.wanted);
  return target.wanted.trim().endsWith("%") ? figures.share(value / 100) : figures.mean(value);
}

/** Every figure beside what is wanted; the figure opens the calls that make it. */
export function TargetList({ targets }: { targets: Target[] }) {
  const { t } = useTranslation();
  return (
    <ul className={css.targets}>
      {targets.map((target) => (
        <One key={target.name} target={target} />
      ))}
      {targets.every((target) => target.wanted === null) && <li className={css.hint}>{t("quality.noTargets")}</li>}
    </ul>
  );
}

function One({ target }: { target: Target }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const Mark = target.met === null ? IconCircleDashed : target.met ? IconCircleCheck : IconCircleX;
  const wanted = wantedOf(target, figures);
  const shown = target.figure === null ? "–" : target.name === "rating" ? figures.mean(target.figure) : figures.share(target.figure);
  return (
    <li data-met={target.met ?? undefined} data-testid={`target-${target.name}`}>
      <Mark size={19} stroke={1.8} aria-label={target.met === null ? undefined : t(target.met ? "quality.met" : "quality.missed")} aria-hidden={target.met === null} role="img" />
      <span className={css.what}>
        {t(`quality.target.${target.name}`)}
        <small>{target.of > 0 ? t("quality.of", { n: target.name === "rating" ? target.of : target.n, of: target.of }) : t("quality.nothing")}</small>
      </span>
      <strong>
        <CallsLink ids={target.calls.length > 0 ? target.calls : target.others}>{shown}</CallsLink>
        {wanted && <small>{t("quality.wanted", { wanted })}</small>}
      </strong>
    </li>
  );
}
