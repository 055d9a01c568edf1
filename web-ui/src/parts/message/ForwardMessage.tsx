import { Button, Group, Modal, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Message } from "../../api/client.ts";
import { usePeople } from "../../api/queries.ts";
import { Form } from "../Form.tsx";
import { useDeed } from "../useDeed.ts";
import { useFocusBack } from "../useFocusBack.ts";

/** Forwards a message to another person's or team's box; the matter is handed on with it. */
export function ForwardMessage({ message, onDone }: { message: Message; onDone: () => void }) {
  const { t } = useTranslation();
  const { data: people } = usePeople();
  useFocusBack();
  const { deed, busy } = useDeed("messages", "promises", "calls", "call");
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const teams = [...new Set((people ?? []).flatMap((p) => p.teams))];
  const boxes = [
    { group: t("person.title"), items: (people ?? []).map((p) => ({ value: p.extension, label: `${p.name} · ${p.extension}` })) },
    { group: t("message.teams"), items: teams.map((team) => ({ value: team, label: team })) },
  ];
  const forward = async () => {
    setAsked(true);
    if (!to) return;
    const params = { path: { id: message.id } };
    if (await deed(() => got(api.POST("/api/messages/{id}/forward", { params, body: { to, note: note.trim() || null } })), t("message.forwarded"))) onDone();
  };
  return (
    <Modal opened onClose={onDone} title={t("message.forward")} closeButtonProps={{ "aria-label": t("nav.close") }}>
      <Form onSubmit={forward}>
        <Select label={t("message.to")} data={boxes} value={to} onChange={setTo} searchable error={asked && !to ? t("message.toWanted") : undefined} data-testid="forward-to" />
        <Textarea label={t("promise.note")} value={note} onChange={(e) => setNote(e.currentTarget.value)} autosize minRows={2} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t("promise.cancel")}
          </Button>
          <Button type="submit" loading={busy} data-testid="forward-submit">
            {t("message.forward")}
          </Button>
        </Group>
      </Form>
    </Modal>
  );
}
