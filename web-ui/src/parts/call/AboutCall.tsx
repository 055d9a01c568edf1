import { Button, Group, Select, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Call, got } from "../../api/client.ts";
import { usePeople } from "../../api/queries.ts";
import css from "../CallDetails.module.css";
import { draftOf } from "../draft.ts";
import { Tag } from "../Section.tsx";
import { useDeed } from "../useDeed.ts";
import { TopicField } from "./TopicField.tsx";

type Written = Pick<Call, "topic" | "essence" | "handedTo">;

/**
 * What the call was about, as staff write it down. Only what was changed here is sent, so that what a colleague keys meanwhile stays; what was typed and
 * not saved waits until the call is opened again.
 */
export function AboutCall({ call }: { call: Call }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: people } = usePeople();
  const { deed, busy } = useDeed("calls", "trial", "promises", "morning");
  const draft = draftOf<Partial<Written>>(`call ${call.id}`);
  const [typed, setTyped] = useState<Partial<Written>>(draft.left ?? {});
  const now = { topic: call.topic, essence: call.essence, handedTo: call.handedTo, ...typed };
  const changed = (Object.keys(typed) as (keyof Written)[]).some((field) => typed[field] !== call[field]);
  const write = (part: Partial<Written>) =>
    setTyped((before) => {
      const after = { ...before, ...part };
      draft.keep(after);
      return after;
    });
  const save = async (e: FormEvent) => {
    e.preventDefault();
    const sent = typed;
    const worked = await deed(async () => {
      const saved = await got(api.PATCH("/api/calls/{id}", { params: { path: { id: call.id } }, body: sent }));
      queries.setQueryData(["call", call.id], saved);
    }, t("call.saved"));
    if (!worked) return;
    draft.drop();
    setTyped({});
  };
  return (
    <form className={css.about} onSubmit={(e) => void save(e)}>
      <Select
        label={t("call.handedTo")}
        placeholder={t("call.nobody")}
        data={(people ?? []).map((p) => ({ value: p.extension, label: `${p.name} · ${p.extension}` }))}
        clearable
        clearButtonProps={{ "aria-label": t("call.nobody") }}
        value={now.handedTo}
        onChange={(value) => write({ handedTo: value })}
      />
      <TopicField value={now.topic ?? ""} onChange={(topic) => write({ topic: topic || null })} handedTo={now.handedTo} onHand={(solver) => write({ handedTo: solver })} />
      <Textarea label={t("call.essence")} autosize minRows={2} value={now.essence ?? ""} onChange={(e) => write({ essence: e.currentTarget.value || null })} data-testid="call-essence" />
      <Group gap={10}>
        <Button type="submit" disabled={!changed} loading={busy} data-testid="call-save">
          {t("call.save")}
        </Button>
        {changed && <Tag tone="ring">{t("file.changed")}</Tag>}
      </Group>
    </form>
  );
}
