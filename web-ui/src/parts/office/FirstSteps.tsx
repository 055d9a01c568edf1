import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconCircle, IconCircleCheckFilled } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, type Board, got, type Line } from "../../api/client.ts";
import { useBoard, useLines, usePeople } from "../../api/queries.ts";
import { useIs } from "../../shell/roles.ts";
import { Section } from "../Section.tsx";
import css from "./FirstSteps.module.css";

/** As in src/main/resources/ringdown/office/demo.yaml. */
export const DEMO = { name: "Стоматологія «Ромашка»", classes: "client,prospect", numbers: "+380441230001,+380441230002" };

const isDemo = (board: Board, lines: Line[]) =>
  board.office === DEMO.name && board.classes.join() === DEMO.classes && lines.flatMap((line) => (line.kind === "fxo" && line.number) || []).join() === DEMO.numbers;
const hears = (line: Line) => (line.kind === "fxo" && line.state !== "dead") || (line.kind === "trunk" && line.state !== "unregistered" && line.state !== "unreachable");

/** For whoever installs, until the office is their own and has had its first call: what comes next, and where. */
export function FirstSteps() {
  const installer = useIs(["installer"]);
  return installer ? <Steps /> : null;
}

function Steps() {
  const { t } = useTranslation();
  const { data: board } = useBoard();
  const { data: lines } = useLines();
  const { data: people } = usePeople();
  const { data: called } = useQuery({
    queryKey: ["calls", "any"],
    queryFn: async () => (await got(api.GET("/api/calls", { params: { query: { limit: 1 } } }))).items.length > 0,
  });
  if (!board || !lines || !people || called === undefined) return null;
  const demo = isDemo(board, lines);
  if (!demo && called) return null;
  const simulated = board.board === "simulated";
  return (
    <div className={css.card}>
      <Section title={t(demo ? "begin.demo" : "begin.steps")} testId="first-steps">
        <p className={css.lead}>{t(demo ? "begin.demoLead" : "begin.stepsLead")}</p>
        <ol className={css.steps}>
          <Step done={called} title={t("begin.step.call")} hint={t(simulated ? "begin.step.callHint" : "begin.step.callOutside")}>
            {simulated && <Go to="/caller" title={t("begin.step.callGo")} />}
          </Step>
          <Step done={!demo} title={t("begin.step.office")} hint={t("begin.step.officeHint")}>
            <Go to="/office" search={{ new: demo ? "1" : undefined }} title={t(demo ? "begin.step.officeGo" : "nav.office")} />
          </Step>
          <Step done={people.some((one) => one.registered)} title={t("begin.step.phones")} hint={t("begin.step.phonesHint")}>
            <Go to="/lines" title={t("nav.lines")} />
          </Step>
          <Step done={lines.some(hears)} title={t("begin.step.line")} hint={t("begin.step.lineHint")}>
            <Go to="/lines" title={t("nav.lines")} />
          </Step>
        </ol>
      </Section>
    </div>
  );
}

function Step({ done, title, hint, children }: { done: boolean; title: string; hint: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li data-done={done || undefined}>
      {done ? <IconCircleCheckFilled size={20} aria-label={t("begin.done")} role="img" /> : <IconCircle size={20} stroke={1.6} aria-label={t("begin.notDone")} role="img" />}
      <div>
        <strong>{title}</strong>
        {!done && <p>{hint}</p>}
      </div>
      {!done && children}
    </li>
  );
}

function Go({ to, search, title }: { to: "/caller" | "/office" | "/lines"; search?: { new?: string }; title: string }) {
  return (
    <Button size="xs" variant="light" renderRoot={(props) => <Link to={to} search={search as never} {...props} />}>
      {title}
    </Button>
  );
}
