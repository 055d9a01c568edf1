import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api, got, type Promised } from "../../api/client.ts";
import { HEADS, useIs } from "../../shell/roles.ts";
import { useDeed } from "../useDeed.ts";
import css from "./PromiseCard.module.css";

const CHOICES = ["answer", "keep", "drop"] as const;

/** What a promise waits for besides the call: the head's word, a message to be heard, a matter to be solved. */
export function Steps({ promise }: { promise: Promised }) {
  const { t } = useTranslation();
  const { deed, busy } = useDeed("promises", "morning");
  const heads = useIs(HEADS);
  const params = { path: { id: promise.id } };
  const confirm = () => void deed(() => got(api.POST("/api/promises/{id}/confirm", { params })), t("promise.confirmed"));
  const solved = () => void deed(() => got(api.POST("/api/promises/{id}/solved", { params, body: {} })), t("promise.solvedNote"));
  const hear = (choice: (typeof CHOICES)[number]) => void deed(() => got(api.POST("/api/promises/{id}/heard", { params, body: { choice } })));
  const asks = promise.confirm !== null && promise.confirm !== undefined;
  const listens = promise.kind === "listen";
  const solves = Boolean(promise.handedTo) && !promise.solvedAt;
  if (!asks && !listens && !solves) return null;
  return (
    <div className={css.steps}>
      {asks && (
        <p>
          <span>{t(`promise.confirm.${promise.confirm}`)}</span>
          {heads ? (
            <Button size="xs" loading={busy} onClick={confirm} data-testid="promise-confirm">
              {t(`promise.confirm.${promise.confirm}Yes`)}
            </Button>
          ) : (
            <em>{t("promise.confirm.head")}</em>
          )}
        </p>
      )}
      {listens && (
        <p>
          <span>{t("promise.heard.lead")}</span>
          {CHOICES.map((choice) => (
            <Button key={choice} size="xs" variant="default" loading={busy} onClick={() => hear(choice)} data-testid={`promise-heard-${choice}`}>
              {t(`promise.heard.${choice}`)}
            </Button>
          ))}
        </p>
      )}
      {solves && (
        <p>
          <Button size="xs" variant="default" leftSection={<IconCheck size={15} aria-hidden />} loading={busy} onClick={solved} data-testid="promise-solved">
            {t("promise.solve")}
          </Button>
        </p>
      )}
    </div>
  );
}
