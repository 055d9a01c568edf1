import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../api/client.ts";
import { usePeople } from "../api/queries.ts";
import css from "./People.module.css";
import { PersonState } from "./PersonState.tsx";
import { Dot } from "./Section.tsx";
import { Empty, Loaded } from "./States.tsx";
import { standing } from "./tones.ts";

interface Props {
  of?: (person: Person) => boolean;
  note?: (person: Person) => string | undefined;
  /** What stands before the state. */
  aside?: (person: Person) => ReactNode;
}

/** Who is here, and what they are doing. */
export function People({ of = () => true, note, aside }: Props) {
  const { t } = useTranslation();
  const people = usePeople();
  return (
    <Loaded of={people}>
      {(all) =>
        all.length === 0 ? (
          <Empty title={t("person.none")} />
        ) : (
          <ul className={css.people}>
            {all.filter(of).map((person) => (
              <One key={person.extension} person={person} note={note?.(person)} aside={aside?.(person)} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function One({ person, note, aside }: { person: Person; note: string | undefined; aside: ReactNode }) {
  const { t } = useTranslation();
  const { word, tone } = standing(person);
  // The telephone that is off is said beside the state, unless it is the state.
  const off = !person.registered && word !== "off" && word !== "onLeave";
  return (
    <li className={css.person} data-testid={`person-${person.extension}`} data-state={word}>
      <Dot tone={tone} />
      <span className={css.name}>
        {person.name}
        <small>
          {[person.extension, ...person.teams].join(" · ")}
          {off && <em> · {t("person.off")}</em>}
        </small>
        {note && <small>{note}</small>}
      </span>
      {aside && <span className={css.aside}>{aside}</span>}
      <PersonState person={person} />
    </li>
  );
}
