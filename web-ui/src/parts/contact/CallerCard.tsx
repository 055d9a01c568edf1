import { Button, Group, Modal, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconAddressBook, IconUserPlus } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Call, Contact } from "../../api/client.ts";
import { contactOfCall, useSharing } from "../../api/contacts.ts";
import { useDeed, useNotice } from "../useDeed.ts";
import css from "./CallerCard.module.css";
import { PickContact } from "./PickContact.tsx";

/** From a call to the caller's card; a stranger becomes a contact with one click, or one more number of somebody known. */
export function CallerCard({ call, onLeave }: { call: Call; onLeave?: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const [picking, setPicking] = useState(false);
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const { deed, busy } = useDeed("contacts", "calls", "call", "live", "promises");
  const sharing = useSharing(call.contactId === null && call.direction === "in" ? call.callerNumber : null);
  if (call.contactId) {
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<IconAddressBook size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/contacts" search={{ card: call.contactId! }} onClick={onLeave} {...props} />}
        data-testid="caller-card"
      >
        {t("contact.open")}
      </Button>
    );
  }
  if (call.direction !== "in" || !call.callerNumber) return null;
  if (sharing.length > 1) return <Sharing contacts={sharing} onLeave={onLeave} />;
  const make = (body: { contact?: string; name?: string }) =>
    deed(async () => {
      const made = await contactOfCall(call.id, body);
      setPicking(false);
      notice(t("contact.made", { name: made.name }));
    });
  // A name that the line showed is taken at once; a bare number needs one, or nobody finds the card again.
  const begin = () => (call.callerName ? void make({}) : setNaming(true));
  if (naming) {
    return (
      <form
        className={css.name}
        onSubmit={(e) => {
          e.preventDefault();
          if (name.trim()) void make({ name: name.trim() });
        }}
      >
        <TextInput label={t("contact.name")} required autoFocus value={name} onChange={(e) => setName(e.currentTarget.value)} data-testid="caller-name" />
        <Button type="submit" loading={busy} data-testid="caller-name-save">
          {t("call.save")}
        </Button>
        <Button variant="default" onClick={() => setNaming(false)}>
          {t("promise.cancel")}
        </Button>
      </form>
    );
  }
  return (
    <Group gap={8}>
      <Button size="xs" leftSection={<IconUserPlus size={16} aria-hidden />} loading={busy} onClick={begin} data-testid="caller-make-contact">
        {t("contact.fromCall")}
      </Button>
      <Button size="xs" variant="default" onClick={() => setPicking(true)} data-testid="caller-also">
        {t("contact.fromCallAlso")}
      </Button>
      <Modal opened={picking} onClose={() => setPicking(false)} title={t("contact.whoIs")} closeButtonProps={{ "aria-label": t("nav.close") }}>
        <PickContact onPick={(contact) => void make({ contact: contact.id })} />
      </Modal>
    </Group>
  );
}

/** A number that several have (husband and wife, a firm's switchboard): all their cards, since nobody can tell who calls. */
function Sharing({ contacts, onLeave }: { contacts: Contact[]; onLeave?: () => void }) {
  const { t } = useTranslation();
  return (
    <p className={css.sharing} data-testid="caller-sharing">
      {t("contact.sharedBy")}{" "}
      {contacts.map((contact, i) => (
        <Fragment key={contact.id}>
          {i > 0 && ", "}
          <Link to="/contacts" search={{ card: contact.id }} onClick={onLeave}>
            {contact.name}
          </Link>
        </Fragment>
      ))}
    </p>
  );
}
