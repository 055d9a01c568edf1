import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got, type Ban } from "../api/client.ts";
import { useMoments, useOfficeNow } from "../format.ts";
import { useSaid } from "../i18n/said.ts";
import { Empty, Loaded } from "../parts/States.tsx";
import { Sure } from "../parts/Sure.tsx";
import { useDeed } from "../parts/useDeed.ts";
import css from "./AccessPage.module.css";

/** Addresses that guessed passwords of telephones: why, until when, and the way to let them in again. */
export function Bans() {
  const { t } = useTranslation();
  const bans = useQuery({
    queryKey: ["bans"],
    queryFn: async () => (await got(api.GET("/api/bans", { params: { query: { limit: 500 } } }))).items,
    refetchInterval: 30_000,
  });
  return (
    <>
      <p className={css.lead}>{t("access.bansLead")}</p>
      <Loaded of={bans}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t("access.noBans")} />
          ) : (
            <ul className={css.tokens}>
              {all.map((ban) => (
                <One key={ban.address} ban={ban} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function One({ ban }: { ban: Ban }) {
  const { t } = useTranslation();
  const said = useSaid();
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  const { deed, busy } = useDeed("bans");
  const { address } = ban;
  const lift = () => deed(() => got(api.DELETE("/api/bans/{address}", { params: { path: { address } } })), t("access.lifted"));
  return (
    <li data-testid="ban">
      <span>
        <strong>{address}</strong>
        <small>
          {said(ban.reason)} · {t("access.bannedUntil", { since: moments.near(ban.since, now), until: moments.near(ban.until, now) })}
        </small>
      </span>
      <Sure size="xs" variant="default" title={t("access.liftSure", { address })} lead={t("access.liftLead")} loading={busy} deed={lift} label={`${t("access.lift")}: ${address}`} testId="ban-lift">
        {t("access.lift")}
      </Sure>
    </li>
  );
}
