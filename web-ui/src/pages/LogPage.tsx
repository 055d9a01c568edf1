import { Alert, Button, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { IconBook2 } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Outcome } from "../api/client.ts";
import { usePages } from "../api/pages.ts";
import { useBoard, useLines, usePeople } from "../api/queries.ts";
import { useClassChoices } from "../format.ts";
import { CallDrawer } from "../parts/CallDetails.tsx";
import { CallTable } from "../parts/CallTable.tsx";
import { DateField } from "../parts/DateField.tsx";
import { Newer, Older } from "../parts/More.tsx";
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
  const calls = usePages(["calls", query], (after) => got(api.GET("/api/calls", { params: { query: { ...query, after } } })), { enabled: board !== undefined, keep: true });
  return (
    <>
      <PageHead title={t("log.title")} lead={t("log.lead")} />
      {filter.ids && (
        <Alert color="petrol" mb="md" data-testid="log-ids">
          <Group justify="space-between">
            {filter.of ? t("log.newestOf", { shown: filter.ids.split(",").length, count: Number(filter.of) }) : t("log.ofFigure", { count: filter.ids.split(",").length })}
            <Button size="xs" variant="default" onClick={() => change({ ids: undefined, of: undefined })}>
              {t("log.showAll")}
            </Button>
          </Group>
        </Alert>
      )}
      <Filter filter={filter} change={change} />
      <Newer of={calls} />
      <Loaded of={calls}>
        {(data) => {
          const all = data.pages.flatMap((page) => page.items);
          const unseen = filter.ids && !calls.hasNextPage ? filter.ids.split(",").length - all.length : 0;
          return (
            <>
              {all.length === 0 ? (
                <Empty icon={<IconBook2 size={34} stroke={1.3} aria-hidden />} title={t("log.none")} hint={unseen > 0 ? undefined : t("log.noneHint")} />
              ) : (
                <CallTable calls={all} onOpen={(id) => change({ call: id })} />
              )}
              {unseen > 0 && <p data-testid="log-unseen">{t("log.unseen", { count: unseen })}</p>}
            </>
          );
        }}
      </Loaded>
      <Older of={calls} />
      <CallDrawer id={call ?? null} onClose={() => change({ call: undefined })} />
    </>
  );
}

function Filter({ filter, change }: { filter: LogSearch; change: (part: Partial<LogSearch>) => void }) {
  const { t } = useTranslation();
  const { data: lines } = useLines();
  const [caller, setCaller] = useState(filter.caller ?? "");
  const later = useDebouncedCallback((value: string) => change({ caller: value || undefined }), 350);
  // Cleared, or another address: the field follows, unless somebody is typing into it.
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== field.current) setCaller(filter.caller ?? "");
  }, [filter.caller]);
  const classes = useClassChoices();
  const { data: people } = usePeople();
  const ways = (lines ?? []).filter((l) => l.kind === "fxo" || l.kind === "trunk").map((l) => l.port);
  const any = Object.values(filter).some(Boolean);
  return (
    <div className={css.filter} role="search">
      <DateField label={t("log.from")} value={filter.from ?? ""} onChange={(day) => change({ from: day || undefined })} data-testid="log-from" />
      <DateField label={t("log.to")} value={filter.to ?? ""} onChange={(day) => change({ to: day || undefined })} data-testid="log-to" />
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
        data={classes}
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
        ref={field}
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
          onClick={() => change({ from: undefined, to: undefined, line: undefined, outcome: undefined, caller: undefined, class: undefined, person: undefined, ids: undefined, of: undefined })}
          data-testid="log-clear"
        >
          {t("log.clear")}
        </Button>
      )}
    </div>
  );
}
