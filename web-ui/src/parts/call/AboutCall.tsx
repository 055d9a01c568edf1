import { Button, Select, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type Call, got } from "../../api/client.ts";
import { useBoard, usePeople } from "../../api/queries.ts";
import { TopicField } from "./TopicField.tsx";
import css from "../CallDetails.module.css";
import { useDeed } from "../useDeed.ts";

/** What the call was about, as staff write it down. */
export function AboutCall({ call }: { call: Call }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: board } = useBoard();
  const { data: people } = usePeople();
  const { deed, busy } = useDeed("calls", "trial", "promises", "morning");
  const form = useForm({
    initialValues: { class: call.class, topic: call.topic ?? "", essence: call.essence ?? "", handedTo: call.handedTo },
  });
  const save = async (values: typeof form.values) => {
    const body = { ...values, topic: values.topic || null, essence: values.essence || null };
    const worked = await deed(async () => {
      const now = await got(api.PATCH("/api/calls/{id}", { params: { path: { id: call.id } }, body }));
      queries.setQueryData(["call", call.id], now);
    }, t("call.saved"));
    if (worked) form.resetDirty();
  };
  return (
    <form className={css.about} onSubmit={form.onSubmit((values) => void save(values))}>
      <Select
        label={t("call.class")}
        placeholder={t("call.noClass")}
        data={[...new Set([...(board?.classes ?? []), ...(call.class ? [call.class] : [])])]}
        clearable
        clearButtonProps={{ "aria-label": t("call.noClass") }}
        data-testid="call-class"
        {...form.getInputProps("class")}
      />
      <Select
        label={t("call.handedTo")}
        placeholder={t("call.nobody")}
        data={(people ?? []).map((p) => ({ value: p.extension, label: `${p.name} · ${p.extension}` }))}
        clearable
        clearButtonProps={{ "aria-label": t("call.nobody") }}
        {...form.getInputProps("handedTo")}
      />
      <TopicField
        value={form.values.topic}
        onChange={(topic) => form.setFieldValue("topic", topic)}
        handedTo={form.values.handedTo}
        onHand={(solver) => form.setFieldValue("handedTo", solver)}
      />
      <Textarea label={t("call.essence")} autosize minRows={2} data-testid="call-essence" {...form.getInputProps("essence")} />
      <Button type="submit" disabled={!form.isDirty()} loading={busy} data-testid="call-save">
        {t("call.save")}
      </Button>
    </form>
  );
}
