import { Alert, Button, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { IconBook2 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Outcome } from "../api/client.ts";
import { useBoard, useLines, usePeople } from "../api/queries.ts";
import { CallDrawer } from "../parts/CallDetails.tsx";
import { CallTable } from "../parts/CallTable.tsx";
import { PageHead } from "../parts/Section.tsx";
import { Empty, Loaded } from "../parts/States.tsx";
import { OUTCOME_TONE } from "../parts/tones.ts";
import { dayBegins } from "../parts/zone.ts";
import type { LogSearch } from "../router.tsx";
import css from "./LogPage.module.css";

export function LogPage() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false }) as LogSearch;
  const navigate = useNavigate();
  const { data: board } = useBoard();
  const change = (part: Partial<LogSearch>) =>
    void navigate({ to: "/calls", search: { ...search, ...part }, replace: !("call" in part) });
  const { call, ...filter } = search;
  const zone = board?.timeZone ?? "UTC";
  const query = {
    from: filter.from && dayBegins(filter.from, 0, zone),
    to: filter.to && dayBegins(filter.to, 1, zone),
    line: filter.line,
    caller: filter.caller,
    outcome: filter.outcome as Outcome | undefined,
    class: filter.class,
    person: filter.person,
    ids: filter.ids,
  };
  const calls = useInfiniteQuery({
    queryKey: ["calls", query],
    enabled: board !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => got(api.GET("/api/calls", { params: { query: { ...query, after: pageParam } } })),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (old) => old,
  });
  return (
    <>
      <PageHead title={t("log.title")} lead={t("log.lead")} />
      {filter.ids && (
        <Alert color="petrol" mb="md" data-testid="log-ids">
          <Group justify="space-between">
            {t("log.ofFigure", { count: filter.ids.split(",").length })}
            <Button size="xs" variant="default" onClick={() => change({ ids: undefined })}>
              {t("log.showAll")}
            </Button>
          </Group>
        </Alert>
      )}
      <Filter key={Object.keys(filter).some((k) => filter[k as keyof typeof filter]) ? "set" : "clear"} filter={filter} change={change} />
      <Loaded of={calls}>
        {(data) => {
          const all = data.pages.flatMap((page) => page.items);
          return all.length === 0 ? (
            <Empty icon={<IconBook2 size={34} stroke={1.3} aria-hidden />} title={t("log.none")} hint={t("log.noneHint")} />
          ) : (
            <CallTable calls={all} onOpen={(id) => change({ call: id })} />
          );
        }}
      </Loaded>
      {calls.hasNextPage && (
        <Button variant="default" mt="md" loading={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>
          {t("state.more")}
        </Button>
      )}
      <CallDrawer id={call ?? null} onClose={() => change({ call: undefined })} />
    </>
  );
}

function Filter({ filter, change }: { filter: LogSearch; change: (part: Partial<LogSearch>) => void }) {
  const { t } = useTranslation();
  const { data: lines } = useLines();
  const [caller, setCaller] = useState(filter.caller ?? "");
  const later = useDebouncedCallback((value: string) => change({ caller: value || undefined }), 350);
  const { data: board } = useBoard();
  const { data: people } = usePeople();
  const ways = (lines ?? []).filter((l) => l.kind === "fxo" || l.kind === "trunk").map((l) => l.port);
  const any = Object.values(filter).some(Boolean);
  return (
    <div className={css.filter} role="search">
      <TextInput
        type="date"
        label={t("log.from")}
        value={filter.from ?? ""}
        onChange={(e) => change({ from: e.currentTarget.value || undefined })}
        data-testid="log-from"
      />
      <TextInput
        type="date"
        label={t("log.to")}
        value={filter.to ?? ""}
        onChange={(e) => change({ to: e.currentTarget.value || undefined })}
        data-testid="log-to"
      />
      <Select
        label={t("log.line")}
        placeholder={t("log.any")}
        data={ways}
        value={filter.line ?? null}
        onChange={(line) => change({ line: line ?? undefined })}
        clearable
        clearButtonProps={{ "aria-label": t("log.clear") }}
        data-testid="log-line"
      />
      <Select
        label={t("log.outcome")}
        placeholder={t("log.any")}
        data={Object.keys(OUTCOME_TONE).map((o) => ({ value: o, label: t(`outcome.${o as Outcome}`) }))}
        value={filter.outcome ?? null}
        onChange={(outcome) => change({ outcome: outcome ?? undefined })}
        clearable
        clearButtonProps={{ "aria-label": t("log.clear") }}
        data-testid="log-outcome"
      />
      <Select
        label={t("call.class")}
        placeholder={t("log.any")}
        data={board?.classes ?? []}
        value={filter.class ?? null}
        onChange={(value) => change({ class: value ?? undefined })}
        clearable
        clearButtonProps={{ "aria-label": t("log.clear") }}
      />
      <Select
        label={t("log.person")}
        placeholder={t("log.any")}
        data={(people ?? []).map((p) => ({ value: p.extension, label: p.name }))}
        value={filter.person ?? null}
        onChange={(person) => change({ person: person ?? undefined })}
        clearable
        clearButtonProps={{ "aria-label": t("log.clear") }}
      />
      <TextInput
        type="search"
        inputMode="tel"
        label={t("log.caller")}
        value={caller}
        onChange={(e) => {
          setCaller(e.currentTarget.value);
          later(e.currentTarget.value);
        }}
        data-testid="log-caller"
      />
      {any && (
        <Button
          variant="subtle"
          onClick={() => change({ from: undefined, to: undefined, line: undefined, outcome: undefined, caller: undefined, class: undefined, person: undefined, ids: undefined })}
          data-testid="log-clear"
        >
          {t("log.clear")}
        </Button>
      )}
    </div>
  );
}
