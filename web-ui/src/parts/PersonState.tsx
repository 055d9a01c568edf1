import { Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got, type Person } from "../api/client.ts";
import { placed } from "../api/live.ts";
import { useMe } from "../api/queries.ts";
import { HEADS, useIs } from "../shell/roles.ts";
import css from "./People.module.css";
import { standing } from "./tones.ts";
import { useAct } from "./useAct.ts";

const SETTABLE = ["free", "afterCall", "break", "away", "doNotDisturb"] as const;

/** What a person is doing, and a menu to say something else: one's own, and the heads' for everybody. */
export function PersonState({ person }: { person: Person }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { act } = useAct();
  const { data: me } = useMe();
  const heads = useIs(HEADS);
  const { word, tone } = standing(person);
  if (!heads && me?.person !== person.extension) {
    return (
      <span className={css.state} data-tone={tone} data-fixed>
        {t(`person.${word}`)}
      </span>
    );
  }
  const set = (state: (typeof SETTABLE)[number]) =>
    act(async () => {
      const params = { path: { extension: person.extension } };
      const now = await got(api.PUT("/api/people/{extension}/state", { params, body: { state } }));
      queries.setQueryData<Person[]>(["people"], (old) => old && placed(old, now, (p) => p.extension));
    });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className={css.state} data-tone={tone} aria-label={`${t(`person.${word}`)}. ${t("person.set", { name: person.name })}`}>
          {t(`person.${word}`)}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {SETTABLE.map((state) => (
          <Menu.Item key={state} onClick={() => void set(state)} data-testid={`set-${state}`}>
            {t(`person.${state}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
