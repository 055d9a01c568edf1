import { ActionIcon } from "@mantine/core";
import { IconMessage2Bolt } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe, usePeople } from "../../api/queries.ts";
import { HEADS, useIs } from "../../shell/roles.ts";
import { type Box, Greetings } from "./Greetings.tsx";

/** One's own greetings and those of one's team's box, and the heads' way to everybody's. */
export function GreetingsButton({ box }: { box: Box }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { data: people } = usePeople();
  const heads = useIs(HEADS);
  const [open, setOpen] = useState(false);
  const mine = "team" in box ? people?.find((one) => one.extension === me?.person)?.teams.includes(box.team) : me?.person === box.extension;
  if (!heads && !mine) return null;
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t("greeting.title", { name: box.name })}
        title={t("greeting.open")}
        onClick={() => setOpen(true)}
        data-testid={`greetings-${"team" in box ? box.team : box.extension}`}
      >
        <IconMessage2Bolt size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      {open && <Greetings box={box} onDone={() => setOpen(false)} />}
    </>
  );
}
