import { Alert, Button, FileButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../../api/client.ts";
import { useMoments, useOfficeNow } from "../../format.ts";
import { useSaid } from "../../i18n/said.ts";
import { HEADS, useIs } from "../../shell/roles.ts";
import { Section, Tag } from "../Section.tsx";
import { Empty, Loaded } from "../States.tsx";
import { useDeed } from "../useDeed.ts";
import css from "./balance.module.css";

interface Imported {
  calls: number;
  known: number;
  faults: { line: number; what: string }[];
}

/** After deaf time: ask the provider for the list of calls, and make calls and promises of it. */
export function Tasks() {
  const { t } = useTranslation();
  const tasks = useQuery({
    queryKey: ["tasks"],
    queryFn: async () => (await got(api.GET("/api/ledger/tasks", { params: { query: { limit: 50 } } }))).items,
  });
  const { deed, busy } = useDeed("tasks", "calls", "promises", "balance", "statement", "morning");
  const may = useIs(HEADS);
  const [report, setReport] = useState<Imported | null>(null);
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  const take = (file: File) =>
    void deed(async () => {
      setReport(null);
      setReport(await got(api.POST("/api/calls/import", { body: await file.text(), bodySerializer: (b) => b, headers: { "Content-Type": "text/csv" } })));
    });
  return (
    <Section
      title={t("task.title")}
      aside={
        may && <FileButton onChange={(f) => f && take(f)} accept=".csv,.txt,text/csv" inputProps={{ "aria-label": t("task.import") }}>
          {(props) => (
            <Button size="xs" variant="default" leftSection={<IconFileImport size={15} aria-hidden />} loading={busy} {...props} data-testid="task-import">
              {t("task.import")}
            </Button>
          )}
        </FileButton>
      }
      testId="tasks"
    >
      {report && <Report report={report} />}
      <Loaded of={tasks}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t("task.none")} hint={t("task.noneHint")} />
          ) : (
            <>
              <p className={css.how}>{t("task.lead")}</p>
              <ul className={css.deaf}>
                {all.map((task) => (
                  <li key={`${task.via}${task.from}`}>
                    <strong>{task.answeredBy ?? task.via}</strong>
                    <span className={css.span}>
                      {moments.near(task.from, now)} – {task.to ? moments.near(task.to, now) : t("balance.lasts")}
                    </span>
                    {task.callId ? (
                      <Link to="/calls" search={{ call: task.callId }}>
                        {t("task.essence")}
                      </Link>
                    ) : (
                      <Tag tone={task.imported > 0 ? "talk" : "ring"}>{task.imported > 0 ? t("task.imported", { count: task.imported }) : t("task.ask")}</Tag>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Report({ report }: { report: Imported }) {
  const said = useSaid();
  const { t } = useTranslation();
  return (
    <Alert color={report.faults.length > 0 ? "orange" : "green"} mb="md" role="status" title={t("task.done", { count: report.calls })} data-testid="task-report">
      {report.known > 0 && <p className={css.line}>{t("task.known", { count: report.known })}</p>}
      {report.faults.map((fault) => (
        <p key={fault.line} className={css.line}>
          {t("file.line", { line: fault.line })}: {said(fault.what)}
        </p>
      ))}
    </Alert>
  );
}
