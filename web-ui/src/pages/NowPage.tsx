import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { IconBellRinging, IconPhoneIncoming } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useOverrides } from "../api/overrides.ts";
import { useAlarms, useBalance, useBoard, useLiveCalls, useOwed, MOST_OWED } from "../api/queries.ts";
import { useMoments, useNames, useOfficeNow, useWord } from "../format.ts";
import { CallCard } from "../parts/CallCard.tsx";
import { LineChips } from "../parts/LineChips.tsx";
import { Overrides } from "../parts/Overrides.tsx";
import { People } from "../parts/People.tsx";
import { FirstSteps } from "../parts/office/FirstSteps.tsx";
import { PageHead, Section } from "../parts/Section.tsx";
import { Empty, Loaded } from "../parts/States.tsx";
import css from "./NowPage.module.css";

/** The wallboard: what happens in this moment, and how the day stands. */
export function NowPage() {
  const { t } = useTranslation();
  const { data: overrides } = useOverrides();
  return (
    <>
      <PageHead title={t("now.title")} />
      <Alarms />
      <FirstSteps />
      <Figures />
      <div className={css.grid}>
        <Live />
        <div className={css.column}>
          <Section title={t("now.people")} testId="people">
            <People />
          </Section>
          {overrides && overrides.length > 0 && (
            <Section title={t("override.title")} testId="overrides">
              <Overrides />
            </Section>
          )}
          <Section title={t("now.lines")} testId="lines">
            <LineChips />
          </Section>
        </div>
      </div>
    </>
  );
}

function Figures() {
  const { t } = useTranslation();
  const { data: balance } = useBalance();
  const { data: owed } = useOwed();
  const late = owed?.filter((p) => p.state === "broken").length ?? 0;
  const share = balance && balance.in > 0 ? t("now.ofThem", { count: balance.in }) : "";
  return (
    <dl className={css.figures}>
      <Figure label={t("now.in")} value={balance?.in} to="/calls" testId="figure-in" />
      <Figure label={t("now.talked")} value={balance?.talked} note={share} to="/balance" testId="figure-talked" />
      <Figure
        label={t("now.owed")}
        value={owed && owed.length >= MOST_OWED ? `${MOST_OWED}+` : owed?.length}
        note={late > 0 ? t("now.overdue", { count: late }) : t("now.allInTime")}
        late={late > 0}
        to="/promises"
        testId="figure-owed"
      />
      <Figure
        label={t("now.lost")}
        value={balance?.lost}
        note={t("now.lostHint")}
        late={(balance?.lost ?? 0) > 0}
        to="/balance"
        testId="figure-lost"
      />
    </dl>
  );
}

interface FigureProps {
  label: string;
  value: number | string | undefined;
  note?: string;
  late?: boolean;
  to: "/calls" | "/balance" | "/promises";
  testId: string;
}

function Figure({ label, value, note, late, to, testId }: FigureProps) {
  return (
    <div className={css.figure} data-late={late || undefined} data-testid={testId}>
      <dt>
        <Link to={to}>{label}</Link>
      </dt>
      <dd className={css.value}>{value ?? "–"}</dd>
      <dd className={css.note}>{note}</dd>
    </div>
  );
}

function Live() {
  const { t } = useTranslation();
  const live = useLiveCalls();
  const { data: board } = useBoard();
  const navigate = useNavigate();
  const now = useOfficeNow();
  return (
    <Section title={t("now.live")} testId="live-calls">
      <Loaded of={live}>
        {(all) => {
          // A call that has just ended stays a moment, so that its ending is seen.
          const calls = all
            .filter((c) => !c.endedAt || now.getTime() - Date.parse(c.endedAt) < 20_000)
            .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
          if (calls.length > 0) {
            return calls.map((call) => (
              <CallCard key={call.id} call={call} onOpen={() => void navigate({ to: "/calls", search: { call: call.id } })} />
            ));
          }
          return (
            <Empty icon={<IconPhoneIncoming size={30} stroke={1.4} aria-hidden />} title={t("now.none")} hint={t("now.noneHint")}>
              {board?.board === "simulated" && (
                <Button variant="light" renderRoot={(props) => <Link to="/caller" {...props} />}>
                  {t("now.tryIt")}
                </Button>
              )}
            </Empty>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Alarms() {
  const { t } = useTranslation();
  const { data: alarms } = useAlarms();
  const word = useWord();
  const name = useNames();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  if (!alarms?.length) return null;
  return (
    <ul className={css.alarms} aria-label={t("now.alarms")} data-testid="alarms">
      {alarms.map((alarm) => (
        <li key={alarm.id}>
          <IconBellRinging size={18} aria-hidden />
          <strong>{word("alarm", alarm.what)}</strong>
          <span>{[alarm.where && name(word("alarm", alarm.where)), t("alarm.since", { time: moments.near(alarm.since, now) })].filter(Boolean).join(" · ")}</span>
        </li>
      ))}
    </ul>
  );
}
