import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { MOST_OWED, useOwed } from "../api/queries.ts";
import type { PlaceOf } from "./places.ts";
import css from "./Shell.module.css";

const WHERE = { side: css.item, bar: css.barItem, sheet: css.sheetItem };

export function PlaceLink({ place, where }: { place: PlaceOf; where: keyof typeof WHERE }) {
  const { t } = useTranslation();
  const Icon = place.icon;
  return (
    <Link
      to={place.to}
      className={WHERE[where]}
      activeOptions={{ exact: true, includeSearch: false }}
      data-testid={`nav-${place.key}${where === "side" ? "" : `-${where}`}`}
    >
      <Icon size={where === "side" ? 19 : 22} stroke={1.7} aria-hidden />
      <span>{where === "bar" ? t(`bar.${place.key}`, { defaultValue: t(`nav.${place.key}`) }) : t(`nav.${place.key}`)}</span>
      {place.key === "promises" && <Owed />}
    </Link>
  );
}

/** How many callers wait for a call; red when one of them waits too long. */
function Owed() {
  const { data } = useOwed();
  if (!data?.length) return null;
  const late = data.some((p) => p.state === "broken");
  return (
    <b className={css.count} data-late={late || undefined}>
      {data.length < MOST_OWED ? data.length : `${MOST_OWED}+`}
    </b>
  );
}
