import { Drawer } from "@mantine/core";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { IconDots, IconWifiOff } from "@tabler/icons-react";
import { Fragment, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../api/live.ts";
import { useBoardKept, useMe } from "../api/queries.ts";
import { proposeLanguage } from "../i18n/index.ts";
import { Brand } from "./Brand.tsx";
import { Languages } from "./Languages.tsx";
import { LogOut } from "./LogOut.tsx";
import { OfficeClock } from "./OfficeClock.tsx";
import { PlaceLink } from "./PlaceLink.tsx";
import { OverrideBanner } from "./OverrideBanner.tsx";
import { PLACES, seenBy } from "./places.ts";
import { SessionOver } from "./SessionOver.tsx";
import css from "./Shell.module.css";

/** What stands around every page: where one is, the office's clock, and whether the box can be heard. */
export function Shell() {
  const { t } = useTranslation();
  const link = useLive();
  const { data: me } = useMe();
  const { data: board } = useBoardKept();
  const path = useRouterState({ select: (s) => s.location.pathname });
  const place = PLACES.find((p) => p.to === path);
  const places = seenBy(me?.role, board?.board);
  const [more, setMore] = useState(false);

  useEffect(() => {
    if (me) proposeLanguage(me.language);
  }, [me]);
  useEffect(() => {
    document.title = [place && t(`nav.${place.key}`), board?.office ?? t("app.name")].filter(Boolean).join(" · ");
  }, [place, board?.office, t]);
  useEffect(() => setMore(false), [path]);

  return (
    <div className={css.shell}>
      <a className={css.skip} href="#content">
        {t("app.skip")}
      </a>
      <aside className={css.side}>
        <Brand office={board?.office} />
        <nav className={css.nav} aria-label={t("nav.main")}>
          {places.map((p, i) => (
            <Fragment key={p.to}>
              {i > 0 && places[i - 1]!.group !== p.group && <hr className={css.between} />}
              <PlaceLink place={p} where="side" />
            </Fragment>
          ))}
        </nav>
        <div className={css.foot}>
          <Languages />
          <LogOut />
        </div>
      </aside>
      <header className={css.top}>
        <div className={css.topBrand}>
          <Brand office={board?.office} />
        </div>
        <OfficeClock />
      </header>
      {link === "down" && (
        <div className={css.offline} role="status" data-testid="offline">
          <IconWifiOff size={18} aria-hidden /> {t("state.offline")}
        </div>
      )}
      <OverrideBanner />
      <main id="content" className={css.main} tabIndex={-1}>
        <Outlet />
      </main>
      <nav className={css.bar} aria-label={t("nav.main")}>
        {places.slice(0, 4).map((p) => (
          <PlaceLink key={p.to} place={p} where="bar" />
        ))}
        <button type="button" className={css.barItem} onClick={() => setMore(true)} data-testid="nav-more">
          <IconDots size={22} aria-hidden />
          <span>{t("nav.more")}</span>
        </button>
      </nav>
      <Drawer
        opened={more}
        onClose={() => setMore(false)}
        position="bottom"
        size="auto"
        radius="lg"
        title={board?.office ?? t("app.name")}
        closeButtonProps={{ "aria-label": t("nav.close") }}
      >
        <div className={css.sheet}>
          {places.slice(4).map((p) => (
            <PlaceLink key={p.to} place={p} where="sheet" />
          ))}
          <div className={css.sheetFoot}>
            <Languages light />
            <LogOut light />
          </div>
        </div>
      </Drawer>
      <SessionOver />
    </div>
  );
}
