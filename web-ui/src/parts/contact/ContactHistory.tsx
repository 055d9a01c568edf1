import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../api/client.ts";
import { useCallsOf } from "../../api/contacts.ts";
import { usePromisesTo } from "../../api/queries.ts";
import { clockLength, useMoments, useNames, useOfficeNow } from "../../format.ts";
import { Tag } from "../Section.tsx";
import { Loaded } from "../States.tsx";
import { OUTCOME_TONE } from "../tones.ts";
import css from "./ContactCard.module.css";

/** What a contact is owed, and the newest calls on any of their numbers. */
export function ContactHistory({ contact }: { contact: Contact }) {
  return (
    <>
      <Owed contact={contact} />
      <Calls contact={contact} />
    </>
  );
}

function Owed({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { data: theirs = [] } = usePromisesTo(contact.id);
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  if (theirs.length === 0) return null;
  return (
    <>
      <h3>{t("contact.promises")}</h3>
      <ul className={css.history} data-testid="contact-promises">
        {theirs.map((p) => (
          <li key={p.id}>
            <Link to="/calls" search={{ call: p.calls.at(-1) ?? p.callId }}>
              <time dateTime={p.dueAt}>{moments.near(p.dueAt, now)}</time>
              <Tag tone={p.state === "broken" ? "late" : p.state === "kept" ? "talk" : p.state === "open" ? "owed" : "calm"}>
                {t(`promise.states.${p.state}`)}
              </Tag>
              <span className={css.matter}>{[p.topic, p.essence, p.text].filter(Boolean).join(" — ")}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Calls({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const calls = useCallsOf(contact.numbers);
  const name = useNames();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  if (contact.numbers.length === 0) return null;
  return (
    <>
      <h3>{t("contact.calls")}</h3>
      <Loaded of={calls}>
        {(all) =>
          all.length === 0 ? (
            <p className={css.none}>{t("contact.noCalls")}</p>
          ) : (
            <ul className={css.history} data-testid="contact-calls">
              {all.slice(0, 30).map((call) => (
                <li key={call.id}>
                  <Link to="/calls" search={{ call: call.id }}>
                    <time dateTime={call.startedAt}>{moments.near(call.startedAt, now)}</time>
                    <Tag tone={OUTCOME_TONE[call.outcome]}>{t(`outcome.${call.outcome}`)}</Tag>
                    {call.talkSeconds > 0 && <span>{clockLength(call.talkSeconds)}</span>}
                    <span className={css.matter}>{[name(call.answeredBy), call.topic, call.essence].filter(Boolean).join(" · ")}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
