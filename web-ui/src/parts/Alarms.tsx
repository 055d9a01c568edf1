import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../api/client.ts";
import { useMoments, useNames, useOfficeNow, useWord } from "../format.ts";
import css from "./Alarms.module.css";
import { Dot, Section } from "./Section.tsx";
import { Empty, Loaded } from "./States.tsx";

/** What is or was wrong with the box, its lines and its people. */
export function Alarms() {
  const { t } = useTranslation();
  const [state, setState] = useState<"open" | "all">("open");
  const alarms = useQuery({
    queryKey: ["allAlarms", state],
    queryFn: async () => (await got(api.GET("/api/alarms", { params: { query: { state, limit: 100 } } }))).items,
  });
  const word = useWord();
  const name = useNames();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  return (
    <Section
      title={t("alarm.title")}
      aside={
        <SegmentedControl
          size="xs"
          value={state}
          onChange={(value) => setState(value as "open" | "all")}
          data={(["open", "all"] as const).map((s) => ({ value: s, label: t(`alarm.${s}`) }))}
          aria-label={t("alarm.title")}
        />
      }
      testId="all-alarms"
    >
      <Loaded of={alarms}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t("alarm.none")} hint={t("alarm.noneHint")} />
          ) : (
            <ul className={css.alarms}>
              {all.map((alarm) => (
                <li key={alarm.id}>
                  <Dot tone={alarm.healedAt ? "calm" : "late"} />
                  <span className={css.what}>
                    {word("alarm", alarm.what)}
                    {alarm.where && <small>{name(word("alarm", alarm.where))}</small>}
                  </span>
                  <span className={css.when}>
                    {t("alarm.since", { time: moments.near(alarm.since, now) })}
                    {alarm.healedAt && <small>{t("alarm.healed", { time: moments.near(alarm.healedAt, now) })}</small>}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
