import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../../api/client.ts";
import type { TrialFigures } from "../../api/deviations.ts";
import { loadOffice } from "../../api/officeFile.ts";
import { useMoments, useNames, useOfficeNow } from "../../format.ts";
import { Section } from "../Section.tsx";
import { Empty, Loaded } from "../States.tsx";
import { Diff } from "./Diff.tsx";
import { scriptNames } from "./scripts.ts";
import { TrialTable } from "./TrialTable.tsx";

/** The newest change of a script, with fourteen days before and after it. */
export function ScriptChanges() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: names } = useQuery({ queryKey: ["office", "scripts"], queryFn: async () => scriptNames((await loadOffice()).text) });
  const script = chosen ?? names?.[0] ?? null;
  return (
    <Section title={t("trial.changes")} testId="script-changes">
      <Select aria-label={t("trial.changes")} data={names ?? []} value={script} onChange={setChosen} mb="md" maw={320} />
      {script && <Change key={script} script={script} />}
    </Section>
  );
}

function Change({ script }: { script: string }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  const name = useNames();
  const change = useQuery({
    queryKey: ["office", "scriptChange", script],
    queryFn: () => got(api.GET("/api/scripts/{name}/change", { params: { path: { name: script } } })),
  });
  return (
    <Loaded of={change}>
      {(it) =>
        it.at === null ? (
          <Empty title={t("trial.unchanged")} />
        ) : (
          <>
            <p>
              {moments.near(it.at, now)}
              {it.by && ` · ${name(it.by)}`}
              {!it.complete && it.until && ` · ${t("proposal.until", { time: moments.day(it.until) })}`}
            </p>
            <Diff lines={it.diff} />
            {it.before && it.after && <TrialTable before={it.before as unknown as TrialFigures} after={it.after as unknown as TrialFigures} />}
          </>
        )
      }
    </Loaded>
  );
}
