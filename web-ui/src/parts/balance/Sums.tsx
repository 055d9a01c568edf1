import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Balance } from "../../api/client.ts";
import { useWord } from "../../format.ts";
import { Section, Tag } from "../Section.tsx";
import css from "./balance.module.css";

/** Both lines of the ledger, and who was lost. */
export function Sums({ balance }: { balance: Balance }) {
  const { t } = useTranslation();
  const word = useWord();
  const { promises } = balance;
  const closed = Object.entries(promises.closed);
  return (
    <div className={css.sums} data-testid="balance">
      <div className={css.both}>
        <Section
          title={t("balance.calls")}
          aside={
            <span className={css.holds} data-holds={balance.balanced || undefined} data-testid="balanced">
              {balance.balanced ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
              {t(balance.balanced ? "balance.holds" : "balance.fails")}
            </span>
          }
        >
          <Equation
            total={[t("balance.in"), balance.in, "in"]}
            parts={[
              [t("balance.talked"), balance.talked, "talked"],
              [t("balance.promised"), balance.promised, "promised"],
              [t("balance.refused"), balance.refused, "refused"],
              [t("balance.open"), balance.open, "open"],
            ]}
          />
        </Section>
        <Section title={t("balance.promises")} aside={<small className={css.covers}>{t("balance.covers", { count: promises.callsCovered })}</small>}>
          <Equation
            total={[t("balance.made"), promises.made, "made"]}
            parts={[
              [t("balance.kept"), promises.kept, "kept"],
              [t("balance.waiting"), promises.waiting, "waiting"],
              [t("balance.overdue"), promises.overdue, "overdue"],
              [t("balance.closed"), closed.reduce((sum, [, n]) => sum + n, 0), "closed"],
            ]}
          />
          {closed.length > 0 && (
            <p className={css.how}>
              {closed.map(([how, n]) => (
                <Tag key={how} tone="calm">
                  {word("how", how)}: {n}
                </Tag>
              ))}
            </p>
          )}
        </Section>
      </div>
      <section className={css.lost} data-lost={balance.lost > 0 || undefined} aria-label={t("balance.lost")}>
        <span>{t("balance.lost")}</span>
        <strong data-testid="balance-lost">{balance.lost}</strong>
        <p>{balance.lost === 0 ? t("balance.nobodyLost") : t("balance.lostLead")}</p>
      </section>
    </div>
  );
}

type Term = [label: string, value: number, testId: string];

function Equation({ total, parts }: { total: Term; parts: Term[] }) {
  return (
    <div className={css.equation}>
      <One term={total} />
      {parts.map((term, i) => (
        <span key={term[2]} className={css.part}>
          <span className={css.sign} aria-hidden>
            {i === 0 ? "=" : "+"}
          </span>
          <One term={term} />
        </span>
      ))}
    </div>
  );
}

function One({ term: [label, value, testId] }: { term: Term }) {
  return (
    <span className={css.term}>
      <strong data-testid={`balance-${testId}`}>{value}</strong>
      <span>{label}</span>
    </span>
  );
}
