import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Promised } from "../../api/client.ts";
import { useMoments, useNames, useOfficeNow, useWord } from "../../format.ts";
import { useSaid } from "../../i18n/said.ts";
import { Loaded } from "../States.tsx";
import { Told } from "../Told.tsx";
import css from "./History.module.css";

/** What became of a promise: who tried when and how it went, to whom it was handed, who postponed it, how it ended. Asked for when it is opened. */
export function History({ promise }: { promise: Promised }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const whole = useQuery({
    queryKey: ["promises", "history", promise.id],
    enabled: open,
    queryFn: () => got(api.GET("/api/promises/{id}", { params: { path: { id: promise.id } } })),
  });
  return (
    <details className={css.history} onToggle={(e) => setOpen(e.currentTarget.open)} data-testid="promise-history">
      <summary>{t("promise.history.title")}</summary>
      {open && <Loaded of={whole}>{(one) => <Steps promise={one} />}</Loaded>}
    </details>
  );
}

function Steps({ promise }: { promise: Promised }) {
  const { t } = useTranslation();
  const word = useWord();
  const who = useWho();
  const told = useTold();
  return (
    <ol className={css.steps}>
      <Step at={promise.madeAt}>{t("promise.history.made")}</Step>
      {promise.history?.map((step, i) => (
        <Step key={i} at={step.at} by={who(step.by)}>
          {t(`promise.history.what.${step.what}`, { defaultValue: step.what })}
          {step.note && <>: {told(step.what, step.note)}</>}
        </Step>
      ))}
      {promise.closedAt && (
        <Step at={promise.closedAt} by={promise.closedBy ? who(promise.closedBy) : ""}>
          {[t(`promise.states.${promise.state}`), promise.how && word("how", promise.how)].filter(Boolean).join(": ")}
        </Step>
      )}
    </ol>
  );
}

function Step({ at, by, children }: { at: string; by?: string; children: ReactNode }) {
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  return (
    <li data-testid="promise-step">
      <time dateTime={at}>{moments.near(at, now)}</time>
      <span>
        {children}
        {by && <em> — {by}</em>}
      </span>
    </li>
  );
}

/** Extensions by name, accounts as they are called, the box not at all. */
function useWho() {
  const name = useNames();
  return (by: string) => (by === "box" ? "" : name(by) || by);
}

/** A note is words of the box or of people, a moment, a person, or the call that it is about. */
function useTold() {
  const said = useSaid();
  const name = useNames();
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  const { t } = useTranslation();
  return (what: string, note: string): ReactNode => {
    if (what === "postponed") return t(`promise.history.asked.${note}`, { defaultValue: said(note) });
    if (what === "kind") return t(`promise.kinds.${note}`, { defaultValue: note });
    if (/^\d{4}-\d\d-\d\dT/.test(note)) return moments.near(note, now);
    const [, person] = /^(?:to )?(\d{1,8})$/.exec(note) ?? [];
    if (person) return name(person) || person;
    return <Told text={note} />;
  };
}
