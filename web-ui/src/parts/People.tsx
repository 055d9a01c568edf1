import { Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got, type Person } from "../api/client.ts";
import { placed } from "../api/live.ts";
import { usePeople } from "../api/queries.ts";
import css from "./People.module.css";
import { Dot } from "./Section.tsx";
import { Empty, Loaded } from "./States.tsx";
import { standing } from "./tones.ts";
import { useAct } from "./useAct.ts";

const SETTABLE = ["free", "afterCall", "break", "away", "doNotDisturb"] as const;

/** Who is here, and what they are doing. */
export function People() {
  const { t } = useTranslation();
  const people = usePeople();
  return (
    <Loaded of={people}>
      {(all) =>
        all.length === 0 ? (
          <Empty title={t("person.none")} />
        ) : (
          <ul className={css.people}>
            {all.map((person) => (
              <One key={person.extension} person={person} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function One({ person }: { person: Person }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { act } = useAct();
  const { word, tone } = standing(person);
  const set = (state: (typeof SETTABLE)[number]) =>
    act(async () => {
      const params = { path: { extension: person.extension } };
      const now = await got(api.PUT("/api/people/{extension}/state", { params, body: { state } }));
      queries.setQueryData<Person[]>(["people"], (old) => old && placed(old, now, (p) => p.extension));
    });
  return (
    <li className={css.person} data-testid={`person-${person.extension}`} data-state={word}>
      <Dot tone={tone} />
      <span className={css.name}>
        {person.name}
        <small>{[person.extension, ...person.teams].join(" · ")}</small>
      </span>
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
    </li>
  );
}
