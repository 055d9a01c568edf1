import { Button } from "@mantine/core";
import { IconCopy, IconFlask } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Trial, useTrial } from "../../api/trial.ts";
import { useClassName, useFigures, useMoments, useNames } from "../../format.ts";
import { CallsLink, within } from "../CallsLink.tsx";
import { SEES_RULES, useIs } from "../../shell/roles.ts";
import { copy } from "../copy.ts";
import { Section, Tag } from "../Section.tsx";
import { Empty, Loaded } from "../States.tsx";
import { useNotice } from "../useDeed.ts";
import { Diff } from "./Diff.tsx";
import { ScriptChanges } from "./ScriptChanges.tsx";
import css from "./TrialPeriod.module.css";

/** The trial period: how many talks nobody has classed yet, whose they are, and the scripts that follow from the classes. */
export function TrialPeriod() {
  const { t } = useTranslation();
  const trial = useTrial();
  const rules = useIs(SEES_RULES);
  return (
    <>
      <Loaded of={trial}>
        {(it) => (it === null ? <Empty icon={<IconFlask size={34} stroke={1.3} aria-hidden />} title={t("trial.none")} hint={t("trial.noneHint")} /> : <Shown trial={it} />)}
      </Loaded>
      {rules && (
        <div className={css.below}>
          <ScriptChanges />
        </div>
      )}
    </>
  );
}

function Shown({ trial }: { trial: Trial }) {
  return (
    <div className={css.parts} data-testid="trial">
      <Standing trial={trial} />
      <Takers trial={trial} />
      <Shares trial={trial} />
      <Scripts trial={trial} />
    </div>
  );
}

function Standing({ trial }: { trial: Trial }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const name = useNames();
  const { share } = useFigures();
  const day = (date: string) => moments.day(`${date}T12:00:00Z`);
  return (
    <Section
      title={t("trial.title")}
      aside={<Tag tone={trial.state === "ended" ? "talk" : trial.state === "extended" ? "late" : "owed"}>{t(`trial.state.${trial.state}`)}</Tag>}
    >
      <p className={css.share} data-holds={trial.holds || undefined}>
        <strong>{share(trial.unclassed)}</strong> {t("trial.unclassed", { most: share(trial.most) })}
      </p>
      <p className={css.about}>
        {day(trial.from)} – {day(trial.to)}
        {trial.daysLeft > 0 && ` · ${t("trial.left", { count: trial.daysLeft })}`} · {t("trial.talks", { count: trial.talks })} · {t("trial.responsible", { who: name(trial.responsible) })}
      </p>
    </Section>
  );
}

function Takers({ trial }: { trial: Trial }) {
  const { t } = useTranslation();
  const name = useNames();
  const navigate = useNavigate();
  const open = trial.takers.filter((taker) => taker.calls.length > 0);
  return (
    <Section title={t("trial.takers")} testId="trial-takers">
      {open.length === 0 ? (
        <Empty title={t("trial.allClassed")} />
      ) : (
        <ul className={css.list}>
          {open.map((taker) => (
            <li key={taker.person}>
              <span>{name(taker.person)}</span>
              <CallsLink ids={taker.calls}>{t("trial.talks", { count: taker.calls.length })}</CallsLink>
              <Button
                size="xs"
                variant="default"
                onClick={() => void navigate({ to: "/calls", search: { ids: within(taker.calls), call: taker.calls[0] } })}
                aria-label={`${t("trial.class")}: ${name(taker.person)}`}
              >
                {t("trial.class")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Shares({ trial }: { trial: Trial }) {
  const { t } = useTranslation();
  const className = useClassName();
  const { share } = useFigures();
  return (
    <Section title={t("trial.shares")}>
      <ul className={css.list}>
        {trial.shares.map((one) => (
          <li key={one.class ?? ""}>
            <span>{one.class ? className(one.class) : t("call.noClass")}</span>
            <meter min={0} max={1} value={one.share} aria-label={share(one.share)} />
            <strong>{share(one.share)}</strong>
            <small>{one.calls}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Scripts({ trial }: { trial: Trial }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const className = useClassName();
  if (trial.proposals.length === 0) return null;
  return (
    <Section title={t("trial.scripts")}>
      <ul className={css.list}>
        {trial.proposals.map((one) => (
          <li key={one.class} className={css.script}>
            <span>{t("trial.script", { class: className(one.class), team: one.team, count: one.calls })}</span>
            <Diff lines={one.diff} />
            <Button size="xs" variant="default" leftSection={<IconCopy size={15} aria-hidden />} onClick={() => void copy(added(one.diff)).then(() => notice(t("access.copied")))}>
              {t("trial.copy")}
            </Button>
          </li>
        ))}
      </ul>
      <p className={css.about}>{t("trial.scriptsHint")}</p>
    </Section>
  );
}

/** Only the lines that come, without their sign, as they go into the office file. */
const added = (diff: string[]) =>
  diff
    .filter((line) => line.startsWith("+"))
    .map((line) => line.slice(1))
    .join("\n");
