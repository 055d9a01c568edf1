import { SegmentedControl, Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers, useTargets } from "../api/morning.ts";
import { useBoard } from "../api/queries.ts";
import { useMoments, useOfficeNow } from "../format.ts";
import { Deviations } from "../parts/quality/Deviations.tsx";
import { NumberTable } from "../parts/quality/NumberTable.tsx";
import css from "../parts/quality/quality.module.css";
import { Reviews } from "../parts/quality/Reviews.tsx";
import { TargetList } from "../parts/quality/TargetList.tsx";
import { TrialPeriod } from "../parts/quality/TrialPeriod.tsx";
import { inView } from "../parts/inView.ts";
import { PageHead, Section } from "../parts/Section.tsx";
import { Loaded } from "../parts/States.tsx";
import { dayBegins } from "../parts/zone.ts";
import { SEES_RULES, useIs } from "../shell/roles.ts";

const PERIODS = { yesterday: [-1, 0], week: [-6, 1], month: [-27, 1] } as const;
type Period = keyof typeof PERIODS;

/** What waits for a verdict, the figures beside the targets, and what each number brought. */
export function QualityPage() {
  const { t } = useTranslation();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const reviews = useIs(SEES_RULES);
  const tabs = reviews ? ["reviews", "deviations", "targets", "numbers", "trial"] : ["targets", "numbers", "trial"];
  const shown = tab && tabs.includes(tab) ? tab : tabs[0]!;
  return (
    <>
      <PageHead title={t("quality.title")} lead={t("quality.lead")} />
      <Tabs value={shown} onChange={(value) => void navigate({ to: "/quality", search: { tab: value ?? undefined } })} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t("quality.title")}>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one} ref={one === shown ? inView : undefined} data-testid={`quality-${one}`}>
              {t(`quality.tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="reviews">
          <Reviews />
        </Tabs.Panel>
        <Tabs.Panel value="deviations">
          <Deviations />
        </Tabs.Panel>
        <Tabs.Panel value="targets">
          <Targets />
        </Tabs.Panel>
        <Tabs.Panel value="numbers">
          <Numbers />
        </Tabs.Panel>
        <Tabs.Panel value="trial">
          <TrialPeriod />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function usePeriod() {
  const [period, setPeriod] = useState<Period>("month");
  const { data: board } = useBoard();
  const now = useOfficeNow(60_000);
  const moments = useMoments();
  const [first, last] = PERIODS[period];
  const today = moments.dayKey(now);
  const at = (days: number) => board && dayBegins(today, days, board.timeZone);
  return { period, setPeriod, from: at(first), to: at(last) };
}

function Choice({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      className={css.period}
      value={period}
      onChange={(value) => onChange(value as Period)}
      data={(Object.keys(PERIODS) as Period[]).map((p) => ({ value: p, label: t(`balance.${p}`) }))}
      aria-label={t("quality.period")}
    />
  );
}

function Targets() {
  const { t } = useTranslation();
  const { period, setPeriod, from, to } = usePeriod();
  const targets = useTargets(from, to);
  return (
    <>
      <Choice period={period} onChange={setPeriod} />
      <Section title={t("quality.tabs.targets")}>
        <Loaded of={targets}>{(all) => <TargetList targets={all} />}</Loaded>
      </Section>
    </>
  );
}

function Numbers() {
  const { t } = useTranslation();
  const { period, setPeriod, from, to } = usePeriod();
  const numbers = useNumbers(from, to);
  return (
    <>
      <Choice period={period} onChange={setPeriod} />
      <Section title={t("quality.tabs.numbers")}>
        <Loaded of={numbers}>{(all) => <NumberTable numbers={all} />}</Loaded>
      </Section>
    </>
  );
}
