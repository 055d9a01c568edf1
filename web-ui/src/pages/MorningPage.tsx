import { useTranslation } from "react-i18next";
import { type Morning, useMorning } from "../api/morning.ts";
import { Decide } from "../parts/morning/Decide.tsx";
import { Here } from "../parts/morning/Here.tsx";
import { SinceClosing } from "../parts/morning/SinceClosing.tsx";
import { ToCall } from "../parts/morning/ToCall.tsx";
import { Yesterday } from "../parts/morning/Yesterday.tsx";
import { NumberTable } from "../parts/quality/NumberTable.tsx";
import { TargetList } from "../parts/quality/TargetList.tsx";
import { PageHead, Section } from "../parts/Section.tsx";
import { Loaded } from "../parts/States.tsx";
import css from "./MorningPage.module.css";

/** The first page of the day: what became of yesterday, and what is to be done today. */
export function MorningPage() {
  const { t } = useTranslation();
  const morning = useMorning();
  return (
    <>
      <PageHead title={t("morning.title")} />
      <Loaded of={morning}>{(m) => <Day morning={m} />}</Loaded>
    </>
  );
}

function Day({ morning }: { morning: Morning }) {
  const { t } = useTranslation();
  return (
    <div className={css.day} data-testid="morning">
      <Yesterday yesterday={morning.yesterday} />
      <div className={css.grid}>
        <div className={css.column}>
          <SinceClosing figures={morning.sinceClosing} nights={morning.nights} />
          <ToCall toCall={morning.toCall} />
          <Section title={t("morning.numbers")} testId="morning-numbers">
            <NumberTable numbers={morning.numbers} />
          </Section>
        </div>
        <div className={css.column}>
          <Here people={morning.people} duty={morning.duty} />
          <Decide decide={morning.decide} matters={morning.matters} />
          <Section title={t("morning.targets")} testId="morning-targets">
            <TargetList targets={morning.targets} />
          </Section>
        </div>
      </div>
    </div>
  );
}
