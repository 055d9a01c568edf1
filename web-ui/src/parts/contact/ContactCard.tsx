import { Button, Drawer, Group, Modal, Text } from "@mantine/core";
import { IconPencil, IconTrash, IconUsersGroup } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../api/client.ts";
import { deleteContact, useContact } from "../../api/contacts.ts";
import { phone, useClassName, useNames } from "../../format.ts";
import { draftOf } from "../draft.ts";
import { Tag } from "../Section.tsx";
import { Loaded } from "../States.tsx";
import { useDeed } from "../useDeed.ts";
import css from "./ContactCard.module.css";
import { ContactForm } from "./ContactForm.tsx";
import { ContactHistory } from "./ContactHistory.tsx";
import { JoinContact } from "./JoinContact.tsx";

interface Props {
  /** A contact's id, "new", or null: closed. */
  id: string | null;
  onClose: () => void;
  onOpen: (id: string) => void;
}

/** Everything known about one contact: read, changed, joined with another card, deleted. */
export function ContactDrawer({ id, onClose, onOpen }: Props) {
  const { t } = useTranslation();
  const contact = useContact(id === "new" ? null : id);
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      size="lg"
      title={t(id === "new" ? "contact.new" : "contact.card")}
      closeButtonProps={{ "aria-label": t("nav.close") }}
    >
      {id === "new" && <ContactForm contact={null} onSaved={(c) => onOpen(c.id)} onCancel={onClose} />}
      {id !== null && id !== "new" && <Loaded of={contact}>{(c) => <Card key={c.id} contact={c} onGone={onClose} />}</Loaded>}
    </Drawer>
  );
}

function Card({ contact, onGone }: { contact: Contact; onGone: () => void }) {
  const { t } = useTranslation();
  const className = useClassName();
  const [changing, setChanging] = useState(() => draftOf(`contact ${contact.id}`).left !== undefined);
  const [asking, setAsking] = useState<"join" | "delete" | null>(null);
  if (changing) return <ContactForm contact={contact} onSaved={() => setChanging(false)} onCancel={() => setChanging(false)} />;
  return (
    <div className={css.card} data-testid="contact-card">
      <div className={css.title}>
        <h2>{contact.name}</h2>
        {contact.class && <Tag tone="calm">{className(contact.class)}</Tag>}
      </div>
      <Numbers numbers={contact.numbers} />
      <Facts contact={contact} />
      <Group gap={8} mt="md">
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setChanging(true)} data-testid="contact-edit">
          {t("contact.edit")}
        </Button>
        <Button variant="default" leftSection={<IconUsersGroup size={16} aria-hidden />} onClick={() => setAsking("join")} data-testid="contact-join">
          {t("contact.alsoThis")}
        </Button>
        <Button variant="subtle" color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsking("delete")}>
          {t("message.delete")}
        </Button>
      </Group>
      <ContactHistory contact={contact} />
      <JoinContact contact={contact} opened={asking === "join"} onDone={() => setAsking(null)} />
      <Delete contact={contact} opened={asking === "delete"} onDone={() => setAsking(null)} onGone={onGone} />
    </div>
  );
}

function Numbers({ numbers }: { numbers: string[] }) {
  const { t } = useTranslation();
  if (numbers.length === 0) return <p className={css.none}>{t("contact.noNumbers")}</p>;
  return (
    <ul className={css.numbers} aria-label={t("contact.numbers")}>
      {numbers.map((number) => (
        <li key={number}>
          <a href={`tel:${number}`}>{phone(number)}</a>
        </li>
      ))}
    </ul>
  );
}

function Facts({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const name = useNames();
  const facts: [string, string | null][] = [
    [t("contact.company"), contact.company],
    [t("contact.manager"), name(contact.manager)],
    [t("contact.backups"), contact.backups.map(name).join(", ")],
    [t("contact.spoken"), contact.sayName ? contact.spoken : t("contact.notSaid")],
    [t("contact.language"), contact.language && t(`contact.languages.${contact.language}`)],
    [t("contact.greeting"), contact.greeting],
    [t("contact.note"), contact.note],
  ];
  return (
    <dl className={css.facts}>
      {facts.map(
        ([term, value]) =>
          value && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Delete({ contact, opened, onDone, onGone }: { contact: Contact; opened: boolean; onDone: () => void; onGone: () => void }) {
  const { t } = useTranslation();
  const { deed, busy } = useDeed("contacts", "duplicates");
  const remove = async () => (await deed(() => deleteContact(contact.id))) && onGone();
  return (
    <Modal opened={opened} onClose={onDone} title={t("contact.deleteTitle", { name: contact.name })} closeButtonProps={{ "aria-label": t("nav.close") }}>
      <Text mb="lg">{t("contact.deleteLead")}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t("promise.cancel")}
        </Button>
        <Button color="red" loading={busy} onClick={() => void remove()}>
          {t("message.delete")}
        </Button>
      </Group>
    </Modal>
  );
}
