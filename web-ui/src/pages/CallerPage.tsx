import { IconPlugConnected } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/client.ts";
import { useLiveCalls, useSimulator } from "../api/queries.ts";
import { useOfficeNow } from "../format.ts";
import { CallCard } from "../parts/CallCard.tsx";
import { CallIn } from "../parts/CallIn.tsx";
import { ClockMover } from "../parts/ClockMover.tsx";
import { PageHead, Section } from "../parts/Section.tsx";
import { Empty, Loaded } from "../parts/States.tsx";
import { Telephones } from "../parts/Telephones.tsx";
import css from "./CallerPage.module.css";

/** The far side of the simulated board: one is the caller, hears and speaks, and sees the call move. */
export function CallerPage() {
  const { t } = useTranslation();
  const simulator = useSimulator();
  const [line, setLine] = useState<number>();
  if (simulator.error instanceof ApiError && simulator.error.status === 404) {
    return (
      <>
        <PageHead title={t("caller.title")} />
        <Empty icon={<IconPlugConnected size={34} stroke={1.3} aria-hidden />} title={t("caller.absent")} hint={t("caller.absentHint")} />
      </>
    );
  }
  return (
    <>
      <PageHead title={t("caller.title")} lead={t("caller.lead")} />
      <Loaded of={simulator}>
        {({ lines, telephones }) => {
          const chosen = lines.find((l) => l.n === line) ?? lines[0];
          return (
            <div className={css.grid}>
              {chosen && <CallIn key={chosen.n} lines={lines} line={chosen} onLine={setLine} />}
              <div className={css.column}>
                {chosen && <YourCall via={`fxo:${chosen.n}`} />}
                <Telephones telephones={telephones} />
                <ClockMover />
              </div>
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

function YourCall({ via }: { via: string }) {
  const { t } = useTranslation();
  const { data: live } = useLiveCalls();
  const now = useOfficeNow();
  const call = live
    ?.filter((c) => c.via === via && (!c.endedAt || now.getTime() - Date.parse(c.endedAt) < 60_000))
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))[0];
  return (
    <Section title={t("caller.live")} testId="your-call">
      {call ? <CallCard call={call} /> : <Empty title={t("now.none")} hint={t("caller.liveNone")} />}
    </Section>
  );
}
