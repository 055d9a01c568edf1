import { SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useBalance, useBoard, useDeaf } from "../api/queries.ts";
import { useMoments, useOfficeNow } from "../format.ts";
import css from "../parts/balance/balance.module.css";
import { Deaf } from "../parts/balance/Deaf.tsx";
import { Statement } from "../parts/balance/Statement.tsx";
import { Sums } from "../parts/balance/Sums.tsx";
import { Tasks } from "../parts/balance/Tasks.tsx";
import { DateField } from "../parts/DateField.tsx";
import { PageHead, Section } from "../parts/Section.tsx";
import { Loaded } from "../parts/States.tsx";
import { dayBegins, daysFrom } from "../parts/zone.ts";
import type { PeriodSearch } from "../router.tsx";

const PERIODS = { today: [0, 0], yesterday: [-1, -1], week: [-6, 0], month: [-27, 0] } as const;
type Period = keyof typeof PERIODS;

/** Both lines of the ledger over a period, day by day, and the times in which nothing could be heard. */
export function BalancePage() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false }) as PeriodSearch;
  const navigate = useNavigate();
  const { data: board } = useBoard();
  const now = useOfficeNow(60_000);
  const today = useMoments().dayKey(now);
  const first = search.from ?? today;
  const last = search.to ?? today;
  const from = board && dayBegins(first, 0, board.timeZone);
  const to = board && dayBegins(last, 1, board.timeZone);
  const balance = useBalance(from, to);
  const deaf = useDeaf(from, to);
  const choose = (days: PeriodSearch) => void navigate({ to: "/balance", search: days, replace: true });
  const named = (Object.keys(PERIODS) as Period[]).find((p) => daysFrom(today, PERIODS[p][0]) === first && daysFrom(today, PERIODS[p][1]) === last);
  return (
    <>
      <PageHead title={t("balance.title")} lead={t("balance.lead")}>
        <SegmentedControl
          value={named ?? ""}
          onChange={(value) => {
            const [a, b] = PERIODS[value as Period];
            choose({ from: daysFrom(today, a), to: daysFrom(today, b) });
          }}
          data={(Object.keys(PERIODS) as Period[]).map((p) => ({ value: p, label: t(`balance.${p}`) }))}
          aria-label={t("balance.title")}
          data-testid="balance-period"
        />
        <div className={css.days}>
          <DateField aria-label={t("log.from")} value={first} max={last} onChange={(day) => day && choose({ from: day, to: last })} data-testid="balance-from" />
          <span aria-hidden>–</span>
          <DateField aria-label={t("log.to")} value={last} min={first} onChange={(day) => day && choose({ from: first, to: day })} data-testid="balance-to" />
        </div>
      </PageHead>
      <Loaded of={balance}>{(b) => <Sums balance={b} />}</Loaded>
      <div className={css.below}>
        {first !== last && from && to && <Statement from={from} to={to} />}
        <Section title={t("balance.deaf")} testId="deaf">
          <Loaded of={deaf}>{(list) => <Deaf list={list} balance={balance.data} />}</Loaded>
        </Section>
        <Tasks />
      </div>
    </>
  );
}
