import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../../api/client.ts";
import type { ScriptChange, TrialFigures } from "../../api/deviations.ts";
import { loadOffice } from "../../api/officeFile.ts";
import { useMoments, useNames, useOfficeNow } from "../../format.ts";
import { Section } from "../Section.tsx";
import { Empty, Loaded } from "../States.tsx";
import { Diff } from "./Diff.tsx";
import { scriptNames } from "./scripts.ts";
import { TrialTable } from "./TrialTable.tsx";

/** The changes of a script, each with fourteen days before and after it. */
export function ScriptChanges() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: names } = useQuery({ queryKey: ["office", "scripts"], queryFn: async () => scriptNames((await loadOffice()).text) });
  const script = chosen ?? names?.[0] ?? null;
  return (
    <Section title={t("trial.changes")} testId="script-changes">
      <Select aria-label={t("trial.changes")} data={names ?? []} value={script} onChange={setChosen} mb="md" maw={320} />
      {script && <Changes key={script} script={script} />}
    </Section>
  );
}

/** Newest first. */
function Changes({ script }: { script: string }) {
  const { t } = useTranslation();
  const changes = useQuery({
    queryKey: ["office", "scriptChanges", script],
    queryFn: async () => (await got(api.GET("/api/scripts/{name}/changes", { params: { path: { name: script }, query: { limit: 10 } } }))).items,
  });
  return (
    <Loaded of={changes}>
      {(all) => (all.length === 0 ? <Empty title={t("trial.unchanged")} /> : all.map((one) => <Change key={one.at} change={one} />))}
    </Loaded>
  );
}

function Change({ change }: { change: ScriptChange }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  const name = useNames();
  return (
    <>
      <p>
        {change.at && moments.near(change.at, now)}
        {change.by && ` · ${name(change.by)}`}
        {!change.complete && change.until && ` · ${t("proposal.until", { time: moments.day(change.until) })}`}
      </p>
      <Diff lines={change.diff} />
      {change.before && change.after && <TrialTable before={change.before as unknown as TrialFigures} after={change.after as unknown as TrialFigures} />}
    </>
  );
}
