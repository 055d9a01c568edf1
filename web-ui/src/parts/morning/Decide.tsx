import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Promised } from "../../api/client.ts";
import type { Morning } from "../../api/morning.ts";
import { phone } from "../../format.ts";
import { SEES_RULES, useIs } from "../../shell/roles.ts";
import { CallsLink } from "../CallsLink.tsx";
import { Due } from "../promise/Due.tsx";
import { Section } from "../Section.tsx";
import css from "./morning.module.css";

/** What waits for somebody's word, and the matters that are due today, level by level. */
export function Decide({ decide, matters }: Pick<Morning, "decide" | "matters">) {
  const { t } = useTranslation();
  // Staff see how much there is, not what: there is nothing to open for them.
  const rules = useIs(SEES_RULES);
  const { reviews, complaints, unclassed } = decide;
  return (
    <>
      <Section title={t("morning.decide")} testId="morning-decide">
        <ul className={css.figures}>
          <li>
            <strong>
              {rules && reviews.value > 0 ? (
                <Link to="/quality" data-testid="decide-reviews">
                  {reviews.value}
                </Link>
              ) : (
                reviews.value
              )}
            </strong>
            <span>{t("morning.reviews", { count: reviews.value })}</span>
          </li>
          <li>
            <strong>
              <CallsLink ids={complaints.items.map((p) => p.callId)}>{complaints.value}</CallsLink>
            </strong>
            <span>{t("morning.complaints", { count: complaints.value })}</span>
          </li>
          <li>
            <strong>
              {rules && decide.proposals.value > 0 ? (
                <Link to="/quality" search={{ tab: "deviations" }} data-testid="decide-proposals">
                  {decide.proposals.value}
                </Link>
              ) : (
                decide.proposals.value
              )}
            </strong>
            <span>{t("morning.proposals", { count: decide.proposals.value })}</span>
          </li>
          <li>
            <strong>
              <CallsLink ids={unclassed.calls} testId="decide-unclassed">
                {unclassed.value}
              </CallsLink>
            </strong>
            <span>{t("morning.unclassed", { count: unclassed.value, of: unclassed.of })}</span>
          </li>
        </ul>
      </Section>
      {matters.length > 0 && (
        <Section title={t("morning.matters")} testId="morning-matters">
          {matters.map((level) => (
            <div key={level.level} className={css.level}>
              <h3>
                {t("morning.level", { level: level.level })}
                <b>{level.value}</b>
              </h3>
              <ul>
                {level.items.map((p) => (
                  <Matter key={p.id} promise={p} />
                ))}
              </ul>
            </div>
          ))}
        </Section>
      )}
    </>
  );
}

function Matter({ promise }: { promise: Promised }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to="/calls" search={{ call: promise.callId }}>
        {promise.contact ?? (promise.number ? phone(promise.number) : t("call.hidden"))}
      </Link>{" "}
      <span>{[promise.topic, promise.essence].filter(Boolean).join(" — ")}</span> <Due promise={promise} />
    </li>
  );
}
