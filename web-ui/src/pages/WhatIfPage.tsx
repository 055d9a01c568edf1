import { Button, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { IconRouteAltLeft } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api, got } from "../api/client.ts";
import { useBoard, useLines } from "../api/queries.ts";
import { useClassChoices, useOfficeNow } from "../format.ts";
import { PageHead, Section } from "../parts/Section.tsx";
import { Loaded } from "../parts/States.tsx";
import { PathView } from "../parts/whatif/PathView.tsx";
import { officeInstant, officeLocal } from "../parts/zone.ts";
import type { WhatIfSearch } from "../router.tsx";
import css from "./WhatIfPage.module.css";

const STAFF = ["free", "busy", "unregistered", "now"] as const;
type Staff = (typeof STAFF)[number];

/** What is owed to the caller: whoever calls again takes another way. */
const PROMISE = ["now", "none", "once", "twice"] as const;
type Owed = (typeof PROMISE)[number];

/** A withheld number, as people say it. */
const HIDDEN = /^(hidden|withheld|прихован(ий|о)|скрыт(ый|о)?)$/i;

/** "What happens on 31 December at 17:00 if a client calls?" The question stands in the address, so that it can be sent. */
export function WhatIfPage() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false }) as WhatIfSearch;
  const { data: board } = useBoard();
  return (
    <>
      <PageHead title={t("whatif.title")} lead={t("whatif.lead")} />
      {board && <Question key={JSON.stringify(search)} search={search} zone={board.timeZone} />}
      <Answer search={search} />
    </>
  );
}

function Question({ search, zone }: { search: WhatIfSearch; zone: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = useOfficeNow(60_000);
  const { data: lines } = useLines();
  const classes = useClassChoices(search.class);
  const form = useForm({
    initialValues: {
      at: officeLocal(search.at ? new Date(search.at) : now, zone),
      line: search.line ?? null,
      caller: search.caller === "hidden" ? t("whatif.hidden") : (search.caller ?? ""),
      class: search.class ?? null,
      staff: search.staff ?? "free",
      promise: search.promise ?? "now",
    },
  });
  const ask = (values: typeof form.values) => {
    const at = officeInstant(values.at, zone);
    if (!at) return form.setFieldError("at", t("whatif.badTime"));
    void navigate({
      to: "/whatif",
      search: {
        at: at.toISOString(),
        line: values.line ?? undefined,
        caller: HIDDEN.test(values.caller.trim()) ? "hidden" : values.caller.trim() || undefined,
        class: values.class ?? undefined,
        staff: values.staff === "free" ? undefined : values.staff,
        promise: values.promise === "now" ? undefined : values.promise,
      },
    });
  };
  const ways = (lines ?? []).filter((l) => l.kind === "fxo" || l.kind === "trunk");
  return (
    <form className={css.question} onSubmit={form.onSubmit(ask)} data-testid="whatif">
      <TextInput type="datetime-local" label={t("whatif.at")} {...form.getInputProps("at")} data-testid="whatif-at" />
      <Select
        label={t("whatif.line")}
        placeholder={t("whatif.firstLine")}
        data={ways.map((l) => ({ value: l.port, label: [l.port, l.purpose].filter(Boolean).join(" · ") }))}
        clearable
        clearButtonProps={{ "aria-label": t("whatif.firstLine") }}
        {...form.getInputProps("line")}
      />
      <TextInput label={t("whatif.caller")} placeholder={t("whatif.anybody")} inputMode="tel" {...form.getInputProps("caller")} data-testid="whatif-caller" />
      <Select label={t("call.class")} placeholder={t("whatif.ownClass")} data={classes} clearable clearButtonProps={{ "aria-label": t("whatif.ownClass") }} {...form.getInputProps("class")} data-testid="whatif-class" />
      <Select label={t("whatif.staff")} data={STAFF.map((s) => ({ value: s, label: t(`whatif.staffs.${s}`) }))} {...form.getInputProps("staff")} />
      <Select
        label={t("whatif.promise")}
        data={PROMISE.map((p) => ({ value: p, label: t(`whatif.promises.${p}`) }))}
        {...form.getInputProps("promise")}
        data-testid="whatif-promise"
      />
      <Button type="submit" leftSection={<IconRouteAltLeft size={17} aria-hidden />} data-testid="whatif-ask">
        {t("whatif.ask")}
      </Button>
    </form>
  );
}

function Answer({ search }: { search: WhatIfSearch }) {
  const { t } = useTranslation();
  const query = { at: search.at, line: search.line, caller: search.caller, class: search.class, staff: search.staff as Staff | undefined, promise: search.promise as Owed | undefined };
  const path = useQuery({
    queryKey: ["whatif", query],
    queryFn: () => got(api.GET("/api/whatif", { params: { query } })),
    placeholderData: (old) => old,
  });
  // A question that the box refuses is answered by its reason, not by the path of the question before.
  const shown = path.error ? { ...path, data: undefined } : path;
  return (
    <Section title={t("whatif.answer")} testId="whatif-path">
      <Loaded of={shown}>{(p) => <PathView path={p} />}</Loaded>
    </Section>
  );
}
