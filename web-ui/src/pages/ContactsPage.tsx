import { Button, Tabs, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ContactDrawer } from "../parts/contact/ContactCard.tsx";
import { ContactList } from "../parts/contact/ContactList.tsx";
import { Duplicates } from "../parts/contact/Duplicates.tsx";
import { ImportContacts } from "../parts/contact/ImportContacts.tsx";
import { Learned } from "../parts/contact/Learned.tsx";
import { inView } from "../parts/inView.ts";
import { PageHead } from "../parts/Section.tsx";
import type { ContactSearch } from "../router.tsx";
import { HEADS, useIs } from "../shell/roles.ts";

const TABS = ["list", "duplicates", "learned", "import"] as const;

/** Who calls the office; what is looked for and the opened card live in the address. */
export function ContactsPage() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false }) as ContactSearch;
  const navigate = useNavigate();
  const tabs = useIs(HEADS) ? TABS : TABS.filter((tab) => tab !== "import");
  const change = (part: Partial<ContactSearch>) =>
    void navigate({ to: "/contacts", search: { ...search, ...part }, replace: "q" in part });
  return (
    <>
      <PageHead title={t("contact.title")} lead={t("contact.lead")}>
        <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => change({ card: "new" })} data-testid="contact-new">
          {t("contact.new")}
        </Button>
      </PageHead>
      <Tabs value={search.tab ?? "list"} onChange={(tab) => change({ tab: tab === "list" ? undefined : (tab ?? undefined) })} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t("contact.title")}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab} ref={tab === (search.tab ?? "list") ? inView : undefined} data-testid={`contacts-${tab}`}>
              {t(`contact.tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="list">
          <Search q={search.q ?? ""} onChange={(q) => change({ q: q || undefined })} />
          <ContactList q={search.q ?? ""} onOpen={(card) => change({ card })} />
        </Tabs.Panel>
        <Tabs.Panel value="duplicates">
          <Duplicates onOpen={(card) => change({ card })} />
        </Tabs.Panel>
        <Tabs.Panel value="learned">
          <Learned />
        </Tabs.Panel>
        <Tabs.Panel value="import">
          <ImportContacts />
        </Tabs.Panel>
      </Tabs>
      <ContactDrawer id={search.card ?? null} onClose={() => change({ card: undefined })} onOpen={(card) => change({ card })} />
    </>
  );
}

function Search({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(q);
  const later = useDebouncedCallback(onChange, 300);
  return (
    <TextInput
      mb="md"
      maw={480}
      type="search"
      aria-label={t("contact.search")}
      placeholder={t("contact.search")}
      leftSection={<IconSearch size={17} aria-hidden />}
      value={typed}
      onChange={(e) => {
        setTyped(e.currentTarget.value);
        later(e.currentTarget.value.trim());
      }}
      data-testid="contact-search"
    />
  );
}
