import { Button, Group, SegmentedControl, Switch, Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { IconMoodSmile } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Promised as PromisedCall } from "../api/client.ts";
import { type PromiseState, useMe, usePromises, useToCall } from "../api/queries.ts";
import { CallOuts } from "../parts/callout/CallOuts.tsx";
import { CallDrawer } from "../parts/CallDetails.tsx";
import { ClosePromise } from "../parts/promise/ClosePromise.tsx";
import { PostponePromise } from "../parts/promise/PostponePromise.tsx";
import { PromiseCard } from "../parts/promise/PromiseCard.tsx";
import { inView } from "../parts/inView.ts";
import { Newer, Older } from "../parts/More.tsx";
import { PageHead } from "../parts/Section.tsx";
import { Empty, Loaded } from "../parts/States.tsx";
import { useSame } from "../parts/useSame.ts";
import { useStill } from "../parts/useStill.ts";

const STATES: PromiseState[] = ["owed", "kept", "closed", "all"];

/** As many cards at first, and as many more at a time. */
const FIRST = 20;

const TABS = ["owed", "winBack", "asking"] as const;

/** Whom to call: who was promised it, in the order in which it is done; whom to win back; whom to ask. */
export function PromisesPage() {
  const { t } = useTranslation();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const shown = TABS.find((one) => one === tab) ?? "owed";
  return (
    <>
      <PageHead title={t("promise.title")} lead={t(shown === "owed" ? "promise.lead" : `callout.lead.${shown}`)} />
      <Tabs
        value={shown}
        onChange={(value) => void navigate({ to: "/promises", search: { tab: value === "owed" ? undefined : (value ?? undefined) } })}
        keepMounted={false}
      >
        <Tabs.List mb="md" aria-label={t("promise.title")}>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one} ref={one === shown ? inView : undefined} data-testid={`promises-${one}`}>
              {t(`callout.tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="owed">
          <Promised />
        </Tabs.Panel>
        <Tabs.Panel value="winBack">
          <CallOuts list="winBack" />
        </Tabs.Panel>
        <Tabs.Panel value="asking">
          <CallOuts list="asking" />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Promised() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [state, setState] = useState<PromiseState>("owed");
  const [mine, setMine] = useState(false);
  const toCall = useToCall(mine ? me?.person : undefined, state === "owed");
  const others = usePromises(state, state !== "owed");
  return (
    <>
      <Group mb="md" gap={16}>
        <SegmentedControl
          value={state}
          onChange={(value) => setState(value as PromiseState)}
          data={STATES.map((s) => ({ value: s, label: t(`promise.${s}`) }))}
          aria-label={t("promise.title")}
          data-testid="promise-filter"
        />
        {me?.person && state === "owed" && (
          <Switch checked={mine} onChange={(e) => setMine(e.currentTarget.checked)} label={t("promise.mine")} data-testid="promise-mine" />
        )}
      </Group>
      {state === "owed" ? (
        <Loaded of={toCall}>{(all) => <Cards key={String(mine)} promises={all} owed />}</Loaded>
      ) : (
        <>
          <Newer of={others} />
          <Loaded of={others}>{({ pages }) => <Cards key={state} promises={pages.flatMap((page) => page.items)} owed={false} />}</Loaded>
          <Older of={others} />
        </>
      )}
    </>
  );
}

function Cards({ promises, owed }: { promises: PromisedCall[]; owed: boolean }) {
  const { t } = useTranslation();
  const [closing, setClosing] = useState<PromisedCall | null>(null);
  const [postponing, setPostponing] = useState<PromisedCall | null>(null);
  const [call, setCall] = useState<string | null>(null);
  const open = useSame((p: PromisedCall) => setCall(p.calls.at(-1) ?? p.callId));
  const { rows, hands } = useStill(promises, (p) => p.id);
  // A list of hundreds, with its buttons, would keep a slow machine busy for a second.
  const [most, setMost] = useState(owed ? FIRST : Infinity);
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
        {rows.slice(0, most).map(({ item: p, gone }) => (
          <PromiseCard
            key={p.id}
            promise={p}
            gone={gone}
            onClose={setClosing}
            onPostpone={setPostponing}
            onOpen={open}
          />
        ))}
      </div>
      {rows.length > most && (
        <Button variant="default" mt="md" onClick={() => setMost(most + FIRST)} data-testid="older">
          {t("state.more")}
        </Button>
      )}
      <ClosePromise promise={closing} onDone={() => setClosing(null)} />
      <PostponePromise promise={postponing} onDone={() => setPostponing(null)} />
      <CallDrawer id={call} onClose={() => setCall(null)} />
    </>
  );
}
