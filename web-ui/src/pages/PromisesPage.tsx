import { SegmentedControl } from "@mantine/core";
import { IconMoodSmile } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Promised } from "../api/client.ts";
import { type PromiseState, usePromises } from "../api/queries.ts";
import { CallDrawer } from "../parts/CallDetails.tsx";
import { ClosePromise, PostponePromise } from "../parts/PromiseForms.tsx";
import { PromiseCard } from "../parts/PromiseCard.tsx";
import { PageHead } from "../parts/Section.tsx";
import { Empty, Loaded } from "../parts/States.tsx";

const STATES: PromiseState[] = ["owed", "kept", "closed", "all"];

/** Overdue first, then by when calling back starts. */
const urgency = (a: Promised, b: Promised) =>
  Number(b.state === "broken") - Number(a.state === "broken") || Date.parse(a.dueAt) - Date.parse(b.dueAt);

export function PromisesPage() {
  const { t } = useTranslation();
  const [state, setState] = useState<PromiseState>("owed");
  const [closing, setClosing] = useState<Promised | null>(null);
  const [postponing, setPostponing] = useState<Promised | null>(null);
  const [call, setCall] = useState<string | null>(null);
  const promises = usePromises(state);
  return (
    <>
      <PageHead title={t("promise.title")} lead={t("promise.lead")}>
        <SegmentedControl
          value={state}
          onChange={(value) => setState(value as PromiseState)}
          data={STATES.map((s) => ({ value: s, label: t(`promise.${s}`) }))}
          aria-label={t("promise.title")}
          data-testid="promise-filter"
        />
      </PageHead>
      <Loaded of={promises}>
        {(all) =>
          all.length === 0 ? (
            <Empty
              icon={<IconMoodSmile size={34} stroke={1.3} aria-hidden />}
              title={t(state === "owed" ? "promise.none" : "promise.noneOther")}
              hint={state === "owed" ? t("promise.noneHint") : undefined}
            />
          ) : (
            (state === "owed" ? all.toSorted(urgency) : all).map((p) => (
              <PromiseCard
                key={p.id}
                promise={p}
                onClose={() => setClosing(p)}
                onPostpone={() => setPostponing(p)}
                onOpen={() => setCall(p.calls.at(-1) ?? p.callId)}
              />
            ))
          )
        }
      </Loaded>
      <ClosePromise promise={closing} onDone={() => setClosing(null)} />
      <PostponePromise promise={postponing} onDone={() => setPostponing(null)} />
      <CallDrawer id={call} onClose={() => setCall(null)} />
    </>
  );
}
