import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../api/client.ts";
import { useContacts } from "../../api/contacts.ts";
import { phone } from "../../format.ts";
import css from "./PickContact.module.css";

/** Finds a contact by a part of the name or number, and takes the one that is pressed. */
export function PickContact({ except, onPick }: { except?: string; onPick: (contact: Contact) => void }) {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const [sought] = useDebouncedValue(q.trim(), 250);
  const { data } = useContacts(sought);
  const found = (data?.pages[0]?.items ?? []).filter((c) => c.id !== except).slice(0, 8);
  return (
    <>
      <TextInput
        type="search"
        label={t("contact.search")}
        value={q}
        onChange={(e) => setQ(e.currentTarget.value)}
        data-autofocus
        data-testid="pick-search"
      />
      <ul className={css.found}>
        {found.map((contact) => (
          <li key={contact.id}>
            <button type="button" onClick={() => onPick(contact)} data-testid="pick-contact">
              <strong>{contact.name}</strong>
              <span>{contact.numbers.map(phone).join(", ")}</span>
            </button>
          </li>
        ))}
        {data && found.length === 0 && <li className={css.none}>{t("contact.notFound")}</li>}
      </ul>
    </>
  );
}
