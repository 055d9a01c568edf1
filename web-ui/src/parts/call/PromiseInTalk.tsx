import { Button, Group, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconCalendarPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Call, got } from "../../api/client.ts";
import { useBoard, useMe, usePeople } from "../../api/queries.ts";
import { useOfficeNow } from "../../format.ts";
import css from "../CallDetails.module.css";
import { useDeed } from "../useDeed.ts";
import { officeInstant } from "../zone.ts";

const KINDS = ["callBack", "answer", "visit"] as const;

/** What was agreed in the talk: to call back, to answer, to visit; without a moment the class's deadline holds. */
export function PromiseInTalk({ call }: { call: Call }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (call.direction === "internal") return null;
  if (open) return <Agreed call={call} onDone={() => setOpen(false)} />;
  return (
    <Button variant="default" mt="md" leftSection={<IconCalendarPlus size={16} aria-hidden />} onClick={() => setOpen(true)} data-testid="agree">
      {t("agreed.begin")}
    </Button>
  );
}

function Agreed({ call, onDone }: { call: Call; onDone: () => void }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { data: people } = usePeople();
  const { data: board } = useBoard();
  const now = useOfficeNow(60_000);
  const { deed, busy } = useDeed("promises", "call", "calls", "morning");
  const known = people?.find((p) => p.extension === call.answeredBy)?.extension ?? null;
  const form = useForm({ initialValues: { kind: "callBack" as (typeof KINDS)[number], at: "", text: "", owner: known ?? me?.person ?? null } });
  const promise = async (values: typeof form.values) => {
    const dueAt = values.at ? officeInstant(values.at, board?.timeZone ?? "UTC") : undefined;
    if (dueAt === null || (dueAt && dueAt <= now)) return form.setFieldError("at", t("promise.badTime"));
    const body = { kind: values.kind, dueAt: dueAt?.toISOString(), text: values.text.trim() || null, owner: values.owner ?? undefined };
    if (await deed(() => got(api.POST("/api/calls/{id}/promises", { params: { path: { id: call.id } }, body })), t("agreed.done"))) onDone();
  };
  return (
    <form className={css.agreed} onSubmit={form.onSubmit((values) => void promise(values))} data-testid="agreed">
      <h3>{t("agreed.title")}</h3>
      <SegmentedControl aria-label={t("agreed.title")} data={KINDS.map((kind) => ({ value: kind, label: t(`agreed.kind.${kind}`) }))} {...form.getInputProps("kind")} />
      <div className={css.about}>
        <TextInput type="datetime-local" label={t("agreed.at")} description={t("agreed.atHint")} {...form.getInputProps("at")} data-testid="agreed-at" />
        <Select
          label={t("promise.owner")}
          description={t("agreed.ownerHint")}
          data={(people ?? []).map((p) => ({ value: p.extension, label: `${p.name} · ${p.extension}` }))}
          {...form.getInputProps("owner")}
        />
        <Textarea label={t("agreed.text")} autosize minRows={2} {...form.getInputProps("text")} data-testid="agreed-text" />
      </div>
      <Group gap={8}>
        <Button type="submit" loading={busy} data-testid="agreed-save">
          {t("agreed.save")}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t("promise.cancel")}
        </Button>
      </Group>
    </form>
  );
}
