import { Loader } from "@mantine/core";
import { IconAddressBook } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../api/client.ts";
import { useContacts } from "../../api/contacts.ts";
import { phone, useClassName, useNames } from "../../format.ts";
import { Newer } from "../More.tsx";
import { Tag } from "../Section.tsx";
import { Empty, Loaded } from "../States.tsx";
import css from "./ContactList.module.css";

/** The contacts found, newest first; the next page is fetched when its place comes into sight. */
export function ContactList({ q, onOpen }: { q: string; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const contacts = useContacts(q);
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = contacts;
  return (
    <Loaded of={contacts}>
      {(data) => {
        const all = data.pages.flatMap((page) => page.items);
        if (all.length === 0) {
          return (
            <Empty
              icon={<IconAddressBook size={34} stroke={1.3} aria-hidden />}
              title={t(q ? "contact.notFound" : "contact.none")}
              hint={t(q ? "contact.notFoundHint" : "contact.noneHint")}
            />
          );
        }
        return (
          <>
            <Newer of={contacts} />
            <ul className={css.list} data-testid="contacts">
              {all.map((contact) => (
                <Row key={contact.id} contact={contact} onOpen={() => onOpen(contact.id)} />
              ))}
            </ul>
            {hasNextPage && <More busy={isFetchingNextPage} onSeen={() => void fetchNextPage()} />}
          </>
        );
      }}
    </Loaded>
  );
}

function Row({ contact, onOpen }: { contact: Contact; onOpen: () => void }) {
  const name = useNames();
  const className = useClassName();
  return (
    <li>
      <button type="button" className={css.row} onClick={onOpen} data-testid="contact-row">
        <span className={css.name}>
          <strong>{contact.name}</strong>
          {contact.company && <small>{contact.company}</small>}
        </span>
        <span className={css.numbers}>
          {contact.numbers.slice(0, 2).map(phone).join(", ")}
          {contact.numbers.length > 2 && ` +${contact.numbers.length - 2}`}
        </span>
        <span className={css.class}>{contact.class && <Tag tone="calm">{className(contact.class)}</Tag>}</span>
        <span className={css.manager}>{name(contact.manager)}</span>
      </button>
    </li>
  );
}

/** A button for whom scrolling is no way, and a place that fetches by itself once it is seen. */
function More({ busy, onSeen }: { busy: boolean; onSeen: () => void }) {
  const { t } = useTranslation();
  const place = useRef<HTMLButtonElement>(null);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    if (!place.current || busy || typeof IntersectionObserver === "undefined") return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && seen.current(), { rootMargin: "600px" });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [busy]);
  return (
    <button ref={place} type="button" className={css.more} onClick={onSeen} disabled={busy}>
      {busy ? <Loader size="xs" aria-label={t("state.loading")} /> : t("state.more")}
    </button>
  );
}
