import { ActionIcon } from "@mantine/core";
import { IconMessage2Bolt } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../../api/client.ts";
import { useMe } from "../../api/queries.ts";
import { HEADS, useIs } from "../../shell/roles.ts";
import { Greetings } from "./Greetings.tsx";

/** One's own greetings, and the heads' way to everybody's. */
export function GreetingsButton({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const heads = useIs(HEADS);
  const [open, setOpen] = useState(false);
  if (!heads && me?.person !== person.extension) return null;
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t("greeting.title", { name: person.name })}
        title={t("greeting.open")}
        onClick={() => setOpen(true)}
        data-testid={`greetings-${person.extension}`}
      >
        <IconMessage2Bolt size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      {open && <Greetings person={person} onDone={() => setOpen(false)} />}
    </>
  );
}
