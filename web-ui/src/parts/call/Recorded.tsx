import { Button, Group, TextInput } from "@mantine/core";
import { IconPlayerPause, IconPlayerRecord, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Call, got } from "../../api/client.ts";
import { DIRECTOR, HEARS_TALKS, useIs } from "../../shell/roles.ts";
import css from "../CallDetails.module.css";
import { useDeed } from "../useDeed.ts";

/** The recording of the talk for whoever may hear it; while the talk goes on it can be paused, for a card number. */
export function Recorded({ call }: { call: Call }) {
  const { t } = useTranslation();
  const hears = useIs(HEARS_TALKS);
  const [refused, setRefused] = useState(false);
  if (call.recording === null || !hears) return null;
  const runs = call.outcome === "talking" || call.outcome === "ringing";
  return (
    <section data-testid="recording">
      <h3>{t("recording.title")}</h3>
      <audio
        key={call.outcome}
        className={css.recording}
        controls
        preload="none"
        src={call.recording}
        aria-label={t("recording.title")}
        onError={() => setRefused(true)}
        data-testid="recording-audio"
      />
      <p className={css.notRung}>{t(refused ? "recording.refused" : "recording.sides")}</p>
      {runs ? <Pause call={call} /> : <Delete call={call} />}
    </section>
  );
}

function Pause({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { deed, busy } = useDeed("call", "calls");
  const paused = call.events.findLast((e) => e.what.startsWith("recording "))?.what.startsWith("recording paused") ?? false;
  const turn = () => deed(() => got(api.POST("/api/calls/{id}/recording", { params: { path: { id: call.id } }, body: { paused: !paused } })));
  return (
    <Button
      variant="default"
      mt="xs"
      loading={busy}
      leftSection={paused ? <IconPlayerRecord size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
      onClick={() => void turn()}
      data-testid="recording-pause"
    >
      {t(paused ? "recording.goOn" : "recording.pause")}
    </Button>
  );
}

function Delete({ call }: { call: Call }) {
  const { t } = useTranslation();
  const may = useIs(DIRECTOR);
  const { deed, busy } = useDeed("call", "calls");
  const [reason, setReason] = useState<string | null>(null);
  if (!may) return null;
  if (reason === null) {
    return (
      <Button variant="subtle" color="gray" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setReason("")} data-testid="recording-delete">
        {t("recording.delete")}
      </Button>
    );
  }
  const params = { path: { id: call.id }, query: { reason: reason.trim() } };
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        void deed(() => got(api.DELETE("/api/calls/{id}/recording", { params })), t("recording.deleted"));
      }}
    >
      <TextInput label={t("recording.reason")} value={reason} onChange={(e) => setReason(e.currentTarget.value)} required data-testid="recording-reason" />
      <Group gap={8} mt="xs">
        <Button type="submit" color="red" loading={busy} disabled={reason.trim() === ""}>
          {t("recording.delete")}
        </Button>
        <Button variant="default" onClick={() => setReason(null)}>
          {t("promise.cancel")}
        </Button>
      </Group>
    </form>
  );
}
