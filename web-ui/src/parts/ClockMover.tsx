import { Button, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../api/client.ts";
import { useBoard } from "../api/queries.ts";
import { useOfficeNow } from "../format.ts";
import css from "./ClockMover.module.css";
import { Section } from "./Section.tsx";
import { useAct } from "./useAct.ts";
import { officeInstant, officeLocal } from "./zone.ts";

/** Moves the product's wall clock forward, as only a simulated board allows. */
export function ClockMover() {
  const { t } = useTranslation();
  const { data: board } = useBoard();
  const now = useOfficeNow(30_000);
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const [to, setTo] = useState("");
  if (!board) return null;
  const moment = officeInstant(to, board.timeZone);
  const move = async () => {
    if (!moment) return;
    const worked = await act(() => got(api.POST("/api/simulator/clock", { body: { now: moment.toISOString() } })));
    if (!worked) return;
    await queries.invalidateQueries();
    notifications.show({ color: "green", message: t("caller.clockMoved"), closeButtonProps: { "aria-label": t("nav.close") } });
  };
  return (
    <Section title={t("caller.clock")} testId="clock-mover">
      <p className={css.lead}>{t("caller.clockLead")}</p>
      <div className={css.form}>
        <TextInput
          type="datetime-local"
          label={t("caller.clockTo")}
          min={officeLocal(now, board.timeZone)}
          value={to}
          onChange={(e) => setTo(e.currentTarget.value)}
          data-testid="clock-to"
        />
        <Button variant="default" disabled={!moment || moment <= now} loading={busy} onClick={() => void move()} data-testid="clock-move">
          {t("caller.clockMove")}
        </Button>
      </div>
    </Section>
  );
}
