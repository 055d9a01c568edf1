import { Alert, Button, Group, Modal } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../api/client.ts";
import { joinContacts } from "../../api/contacts.ts";
import { phone } from "../../format.ts";
import { useDeed } from "../useDeed.ts";
import { PickContact } from "./PickContact.tsx";

export const JOINED = ["contacts", "contact", "duplicates", "promises", "calls", "call", "messages"];

/** "This is also X": the card picked becomes part of this one. */
export function JoinContact({ contact, opened, onDone }: { contact: Contact; opened: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  const [other, setOther] = useState<Contact | null>(null);
  const { deed, busy } = useDeed(...JOINED);
  useEffect(() => setOther(null), [opened]);
  const join = async () => {
    if (other && (await deed(() => joinContacts(contact.id, other.id), t("contact.joined")))) onDone();
  };
  return (
    <Modal opened={opened} onClose={onDone} title={t("contact.joinTitle", { name: contact.name })} closeButtonProps={{ "aria-label": t("nav.close") }}>
      {other === null ? (
        <PickContact except={contact.id} onPick={setOther} />
      ) : (
        <>
          <Alert color="orange" title={`${other.name} → ${contact.name}`}>
            {t("contact.joinLead", { other: other.name, numbers: other.numbers.map(phone).join(", ") || "–", name: contact.name })}
          </Alert>
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={() => setOther(null)}>
              {t("contact.another")}
            </Button>
            <Button loading={busy} onClick={() => void join()} data-testid="join-submit">
              {t("contact.join")}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
