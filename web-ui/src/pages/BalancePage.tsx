import { SegmentedControl } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Balance, DeafTime } from "../api/client.ts";
import { useBalance, useBoard, useDeaf } from "../api/queries.ts";
import { clockLength, useMoments, useOfficeNow, useWord } from "../format.ts";
import { PageHead, Section, Tag } from "../parts/Section.tsx";
import { Empty, Loaded } from "../parts/States.tsx";
import { dayBegins } from "../parts/zone.ts";
import css from "./BalancePage.module.css";

const PERIODS = { today: [0, 1], yesterday: [-1, 0], week: [-6, 1] } as const;
type Period = keyof typeof PERIODS;

export function BalancePage() {
  const { t } = useTranslation();
  const [period, setPeriod] = useState<Period>("today");
  const { data: board } = useBoard();
  const now = useOfficeNow(60_000);
  const moments = useMoments();
  const [first, last] = PERIODS[period];
  const today = moments.dayKey(now);
  const from = board && dayBegins(today, first, board.timeZone);
  const to = board && dayBegins(today, last, board.timeZone);
  const balance = useBalance(from, to);
  const deaf = useDeaf(from, to);
  return (
    <>
      <PageHead title={t("balance.title")} lead={t("balance.lead")}>
        <SegmentedControl
          value={period}
          onChange={(value) => setPeriod(value as Period)}
          data={(Object.keys(PERIODS) as Period[]).map((p) => ({ value: p, label: t(`balance.${p}`) }))}
          aria-label={t("balance.title")}
          data-testid="balance-period"
        />
      </PageHead>
      <Loaded of={balance}>{(b) => <Sums balance={b} />}</Loaded>
      <Section title={t("balance.deaf")} testId="deaf">
        <Loaded of={deaf}>{(list) => <Deaf list={list} balance={balance.data} />}</Loaded>
      </Section>
    </>
  );
}

function Sums({ balance }: { balance: Balance }) {
  const { t } = useTranslation();
  const word = useWord();
  const { promises } = balance;
  const closed = Object.entries(promises.closed);
  return (
    <div className={css.sums} data-testid="balance">
      <div className={css.both}>
        <Section
          title={t("balance.calls")}
          aside={
            <span className={css.holds} data-holds={balance.balanced || undefined} data-testid="balanced">
              {balance.balanced ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
              {t(balance.balanced ? "balance.holds" : "balance.fails")}
            </span>
          }
        >
          <Equation
            total={[t("balance.in"), balance.in, "in"]}
            parts={[
              [t("balance.talked"), balance.talked, "talked"],
              [t("balance.promised"), balance.promised, "promised"],
              [t("balance.refused"), balance.refused, "refused"],
              [t("balance.open"), balance.open, "open"],
            ]}
          />
        </Section>
        <Section title={t("balance.promises")} aside={<small className={css.covers}>{t("balance.covers", { count: promises.callsCovered })}</small>}>
          <Equation
            total={[t("balance.made"), promises.made, "made"]}
            parts={[
              [t("balance.kept"), promises.kept, "kept"],
              [t("balance.waiting"), promises.waiting, "waiting"],
              [t("balance.overdue"), promises.overdue, "overdue"],
              [t("balance.closed"), closed.reduce((sum, [, n]) => sum + n, 0), "closed"],
            ]}
          />
          {closed.length > 0 && (
            <p className={css.how}>
              {closed.map(([how, n]) => (
                <Tag key={how} tone="calm">
                  {word("how", how)}: {n}
                </Tag>
              ))}
            </p>
          )}
        </Section>
      </div>
      <section className={css.lost} data-lost={balance.lost > 0 || undefined} aria-label={t("balance.lost")}>
        <span>{t("balance.lost")}</span>
        <strong data-testid="balance-lost">{balance.lost}</strong>
        <p>{balance.lost === 0 ? t("balance.nobodyLost") : t("balance.lostLead")}</p>
      </section>
    </div>
  );
}

type Term = [label: string, value: number, testId: string];

function Equation({ total, parts }: { total: Term; parts: Term[] }) {
  return (
    <div className={css.equation}>
      <One term={total} />
      {parts.map((term, i) => (
        <span key={term[2]} className={css.part}>
          <span className={css.sign} aria-hidden>
            {i === 0 ? "=" : "+"}
          </span>
          <One term={term} />
        </span>
      ))}
    </div>
  );
}

function One({ term: [label, value, testId] }: { term: Term }) {
  return (
    <span className={css.term}>
      <strong data-testid={`balance-${testId}`}>{value}</strong>
      <span>{label}</span>
    </span>
  );
}

function Deaf({ list, balance }: { list: DeafTime[]; balance: Balance | undefined }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  const word = useWord();
  if (list.length === 0) return <Empty title={t("balance.noDeaf")} hint={t("balance.deafLead")} />;
  return (
    <>
      <p className={css.how}>
        <Tag tone="late">
          {t("balance.deaf")}: {clockLength(balance?.deafSeconds ?? 0)}
        </Tag>
        <Tag tone="ring">
          {t("balance.allBusy")}: {clockLength(balance?.allBusySeconds ?? 0)}
        </Tag>
      </p>
      <ul className={css.deaf}>
        {list.map((d) => (
          <li key={`${d.via}${d.from}${d.cause}`}>
            <strong>{d.via}</strong>
            <span>{word("deaf", d.cause)}</span>
            <span className={css.span}>
              {moments.near(d.from, now)} – {d.to ? moments.near(d.to, now) : t("balance.lasts")}
            </span>
            <span>{clockLength((Date.parse(d.to ?? now.toISOString()) - Date.parse(d.from)) / 1000)}</span>
            <span className={css.seen}>{d.seen}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
