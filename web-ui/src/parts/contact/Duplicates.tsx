import { IconUsersGroup } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Duplicate } from "../../api/client.ts";
import { joinContacts, useDuplicates } from "../../api/contacts.ts";
import { phone } from "../../format.ts";
import { Section } from "../Section.tsx";
import { Empty, Loaded } from "../States.tsx";
import { Sure } from "../Sure.tsx";
import { useDeed } from "../useDeed.ts";
import css from "./Duplicates.module.css";
import { JOINED } from "./JoinContact.tsx";

/** Cards that may be one party; each can be made the one that stays. */
export function Duplicates({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const found = useDuplicates();
  return (
    <Loaded of={found}>
      {(groups) =>
        groups.length === 0 ? (
          <Empty icon={<IconUsersGroup size={34} stroke={1.3} aria-hidden />} title={t("contact.noDuplicates")} hint={t("contact.noDuplicatesHint")} />
        ) : (
          <div className={css.groups}>
            {groups.map((group) => (
              <Group key={`${group.why}${group.value}`} group={group} onOpen={onOpen} />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}

function Group({ group, onOpen }: { group: Duplicate; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const { deed, busy } = useDeed(...JOINED);
  const keep = (id: string) =>
    deed(async () => {
      for (const other of group.contacts) if (other.id !== id) await joinContacts(id, other.id);
    }, t("contact.joined"));
  return (
    <Section title={t(`contact.same.${group.why}`, { value: group.why === "number" ? phone(group.value) : group.value })} testId="duplicate">
      <ul className={css.cards}>
        {group.contacts.map((contact) => (
          <li key={contact.id}>
            <button type="button" className={css.open} onClick={() => onOpen(contact.id)}>
              <strong>{contact.name}</strong>
              <span>{[contact.company, contact.numbers.map(phone).join(", ")].filter(Boolean).join(" · ")}</span>
            </button>
            <Sure
              size="xs"
              variant="default"
              title={t("contact.keepTitle", { name: contact.name })}
              lead={t("contact.keepLead", { others: group.contacts.filter((other) => other.id !== contact.id).map((other) => other.name).join(", "), name: contact.name })}
              loading={busy}
              deed={() => keep(contact.id)}
              label={`${t("contact.keepThis")}: ${contact.name}`}
              testId="duplicate-keep"
            >
              {t("contact.keepThis")}
            </Sure>
          </li>
        ))}
      </ul>
    </Section>
  );
}
