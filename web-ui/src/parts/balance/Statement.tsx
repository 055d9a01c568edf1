import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Balance, got } from "../../api/client.ts";
import { clockLength, useMoments } from "../../format.ts";
import { Section } from "../Section.tsx";
import { Loaded } from "../States.tsx";
import css from "./balance.module.css";

type Day = Balance & { date: string };
const CALLS = ["in", "talked", "promised", "refused", "open"] as const;

/** The ledger day by day; a day opens its calls. */
export function Statement({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  const days = useQuery({
    queryKey: ["statement", from, to],
    queryFn: async () => (await got(api.GET("/api/ledger/statement", { params: { query: { from, to } } }))).items as Day[],
    placeholderData: (old) => old,
  });
  return (
    <Section title={t("balance.statement")} testId="statement">
      <Loaded of={days}>
        {(all) => (
          <div className={css.scroll} tabIndex={0} role="group" aria-label={t("balance.statement")}>
            <table className={css.statement}>
              <thead>
                <tr>
                  <th scope="col">{t("balance.day")}</th>
                  {CALLS.map((key) => (
                    <th key={key} scope="col">
                      {t(`balance.${key}`)}
                    </th>
                  ))}
                  <th scope="col">{t("balance.kept")}</th>
                  <th scope="col">{t("balance.overdue")}</th>
                  <th scope="col">{t("balance.lost")}</th>
                  <th scope="col">{t("balance.deaf")}</th>
                </tr>
              </thead>
              <tbody>
                {all.map((day) => (
                  <Row key={day.date} day={day} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Row({ day }: { day: Day }) {
  const { t } = useTranslation();
  const moments = useMoments();
  return (
    <tr data-fails={day.balanced ? undefined : true}>
      <th scope="row">
        <Link to="/calls" search={{ from: day.date, to: day.date }}>
          {moments.day(`${day.date}T12:00:00Z`)}
        </Link>
        {!day.balanced && <small>{t("balance.fails")}</small>}
      </th>
      {CALLS.map((key) => (
        <td key={key}>{day[key]}</td>
      ))}
      <td>{day.promises.kept}</td>
      <td data-late={day.promises.overdue > 0 || undefined}>{day.promises.overdue}</td>
      <td data-late={day.lost > 0 || undefined}>{day.lost}</td>
      <td data-late={day.deafSeconds > 0 || undefined}>{day.deafSeconds > 0 ? clockLength(day.deafSeconds) : "–"}</td>
    </tr>
  );
}
