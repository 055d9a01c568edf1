import { useTranslation } from "react-i18next";
import type { Duty, Morning } from "../../api/morning.ts";
import { useMoments, useNames, useOfficeNow } from "../../format.ts";
import { Section, Tag } from "../Section.tsx";
import { useAbsence } from "./absence.ts";
import css from "./morning.module.css";

/** Who is here today, who stands in for whom, whose telephone is off, who has duty. */
export function Here({ people, duty }: { people: Morning["people"]; duty: Morning["duty"] }) {
  const { t } = useTranslation();
  const here = people.filter((p) => p.here);
  const away = people.filter((p) => !p.here);
  const off = here.filter((p) => p.phoneOff);
  return (
    <Section title={t("morning.here")} aside={<Tag tone="talk">{t("morning.hereOf", { here: here.length, count: people.length })}</Tag>} testId="morning-here">
      <dl className={css.here}>
        <div>
          <dt>{t("morning.present")}</dt>
          <dd>{here.map((p) => p.name).join(", ") || t("call.nobody")}</dd>
        </div>
        {away.length > 0 && (
          <div>
            <dt>{t("morning.absent")}</dt>
            <dd>
              {away.map((p) => (
                <Away key={p.extension} person={p} />
              ))}
            </dd>
          </div>
        )}
        {off.length > 0 && (
          <div data-late>
            <dt>{t("morning.phoneOff")}</dt>
            <dd>{off.map((p) => `${p.name} (${p.extension})`).join(", ")}</dd>
          </div>
        )}
        <OnDuty title={t("morning.duty")} duty={duty.now} />
        <OnDuty title={t("morning.nextDuty")} duty={duty.next} />
      </dl>
    </Section>
  );
}

function Away({ person }: { person: Morning["people"][number] }) {
  const absence = useAbsence();
  return (
    <span className={css.away}>
      {person.name}
      <small>{absence(person)}</small>
    </span>
  );
}

function OnDuty({ title, duty }: { title: string; duty: Duty | null }) {
  const { t } = useTranslation();
  const name = useNames();
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  if (!duty) return null;
  const when = [duty.from && moments.near(duty.from, now), duty.to && moments.near(duty.to, now)];
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {name(duty.person)}
        <small>{[duty.from || duty.to ? when.map((w) => w ?? "…").join(" – ") : "", duty.reserve && t("morning.reserve", { who: name(duty.reserve) })].filter(Boolean).join(" · ")}</small>
      </dd>
    </div>
  );
}
