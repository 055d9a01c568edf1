import { SegmentedControl, Switch } from "@mantine/core";
import { IconMoodSmile } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Promised } from "../api/client.ts";
import { type PromiseState, useMe, usePromises, useToCall } from "../api/queries.ts";
import { CallDrawer } from "../parts/CallDetails.tsx";
import { ClosePromise } from "../parts/promise/ClosePromise.tsx";
import { PostponePromise } from "../parts/promise/PostponePromise.tsx";
import { PromiseCard } from "../parts/promise/PromiseCard.tsx";
import { PageHead } from "../parts/Section.tsx";
import { Empty, Loaded } from "../parts/States.tsx";
import { useStill } from "../parts/useStill.ts";

const STATES: PromiseState[] = ["owed", "kept", "closed", "all"];

/** Whom to call, in the order in which it is done, and what became of the others. */
export function PromisesPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [state, setState] = useState<PromiseState>("owed");
  const [mine, setMine] = useState(false);
  const toCall = useToCall(mine ? me?.person : undefined, state === "owed");
  const others = usePromises(state, state !== "owed");
  return (
    <>
      <PageHead title={t("promise.title")} lead={t("promise.lead")}>
        {me?.person && state === "owed" && (
          <Switch checked={mine} onChange={(e) => setMine(e.currentTarget.checked)} label={t("promise.mine")} data-testid="promise-mine" />
        )}
        <SegmentedControl
          value={state}
          onChange={(value) => setState(value as PromiseState)}
          data={STATES.map((s) => ({ value: s, label: t(`promise.${s}`) }))}
          aria-label={t("promise.title")}
          data-testid="promise-filter"
        />
      </PageHead>
      <Loaded of={state === "owed" ? toCall : others}>
        {(all) => <Cards key={`${state}${mine}`} promises={all} owed={state === "owed"} />}
      </Loaded>
    </>
  );
}

function Cards({ promises, owed }: { promises: Promised[]; owed: boolean }) {
  const { t } = useTranslation();
  const [closing, setClosing] = useState<Promised | null>(null);
  const [postponing, setPostponing] = useState<Promised | null>(null);
  const [call, setCall] = useState<string | null>(null);
  const { rows, hands } = useStill(promises, (p) => p.id);
  return (
    <>
      {rows.length === 0 && (
        <Empty
          icon={<IconMoodSmile size={34} stroke={1.3} aria-hidden />}
          title={t(owed ? "promise.none" : "promise.noneOther")}
          hint={owed ? t("promise.noneHint") : undefined}
        />
      )}
      <div {...hands}>
        {rows.map(({ item: p, gone }) => (
          <PromiseCard
            key={p.id}
            promise={p}
            gone={gone}
            onClose={() => setClosing(p)}
            onPostpone={() => setPostponing(p)}
            onOpen={() => setCall(p.calls.at(-1) ?? p.callId)}
          />
        ))}
      </div>
      <ClosePromise promise={closing} onDone={() => setClosing(null)} />
      <PostponePromise promise={postponing} onDone={() => setPostponing(null)} />
      <CallDrawer id={call} onClose={() => setCall(null)} />
    </>
  );
}
