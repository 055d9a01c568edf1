import { useTranslation } from "react-i18next";
import { useAbsences } from "../parts/morning/absence.ts";
import { usePeople } from "../api/queries.ts";
import type { Person } from "../api/client.ts";
import { Overrides } from "../parts/Overrides.tsx";
import { People } from "../parts/People.tsx";
import { GreetingsButton } from "../parts/person/GreetingsButton.tsx";
import { PageHead, Section, Tag } from "../parts/Section.tsx";
import { Topics } from "../parts/Topics.tsx";
import { Empty, Loaded } from "../parts/States.tsx";
import css from "./PeoplePage.module.css";

const greetings = (person: Person) => <GreetingsButton box={person} />;

/** Who is here, team by team, and the buttons that change the way of the whole office. */
export function PeoplePage() {
  const { t } = useTranslation();
  const people = usePeople();
  const note = useAbsences();
  return (
    <>
      <PageHead title={t("person.title")} lead={t("person.lead")} />
      <div className={css.grid}>
        <div className={css.column}>
          <Loaded of={people}>
            {(all) => {
              const teams = [...new Set(all.flatMap((p) => p.teams))];
              const none = all.filter((p) => p.teams.length === 0);
              if (all.length === 0) return <Empty title={t("person.none")} hint={t("person.noneHint")} />;
              return (
                <>
                  {teams.map((team) => {
                    const here = all.filter((p) => p.teams.includes(team));
                    const free = here.filter((p) => p.state === "free" && p.registered).length;
                    return (
                      <Section
                        key={team}
                        title={t("person.team", { name: team })}
                        aside={
                          <span className={css.tools}>
                            <GreetingsButton box={{ team, name: t("person.team", { name: team }) }} />
                            <Tag tone={free === 0 ? "late" : "talk"}>{t("person.freeOf", { free, count: here.length })}</Tag>
                          </span>
                        }
                        testId={`team-${team}`}
                      >
                        <People of={(p) => p.teams.includes(team)} note={note} aside={greetings} />
                      </Section>
                    );
                  })}
                  {none.length > 0 && (
                    <Section title={t("person.noTeam")}>
                      <People of={(p) => p.teams.length === 0} note={note} aside={greetings} />
                    </Section>
                  )}
                </>
              );
            }}
          </Loaded>
          <Section title={t("topic.title")} testId="topics">
            <Topics />
          </Section>
        </div>
        <Section title={t("override.title")} testId="overrides">
          <Overrides />
        </Section>
      </div>
    </>
  );
}
