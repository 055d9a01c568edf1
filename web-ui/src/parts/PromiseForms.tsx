import { Button, Group, Modal, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type CloseHow, got, type Promised } from "../api/client.ts";
import { useOfficeNow } from "../format.ts";
import { useBoard } from "../api/queries.ts";
import { useAct } from "./useAct.ts";
import { officeInstant, officeLocal } from "./zone.ts";

const KEPT: CloseHow[] = ["sms", "email", "messenger", "visit", "ownMobile"];
const CLOSED: CloseHow[] = ["wrongNumber", "callerDeclined", "spam", "noNumber", "unreachable"];

interface Props {
  promise: Promised | null;
  onDone: () => void;
}

/** States how a promise was settled without a talk through the box. */
export function ClosePromise({ promise, onDone }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const [how, setHow] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    setHow(null);
    setNote("");
    setAsked(false);
  }, [promise]);
  const close = async () => {
    setAsked(true);
    if (!promise || !how) return;
    const body = { how: how as CloseHow, note: note || null };
    const worked = await act(async () => {
      await got(api.POST("/api/promises/{id}/close", { params: { path: { id: promise.id } }, body }));
      await queries.invalidateQueries({ queryKey: ["promises"] });
    });
    if (worked) onDone();
  };
  const choices = (list: CloseHow[]) =>
    list.map((h) => <Radio key={h} value={h} label={t(`how.${h}`)} data-testid={`how-${h}`} />);
  return (
    <Modal opened={promise !== null} onClose={onDone} title={t("promise.closeTitle")} closeButtonProps={{ "aria-label": t("nav.close") }}>
      <Stack>
        <Radio.Group
          value={how}
          onChange={setHow}
          label={t("promise.keptGroup")}
          error={asked && !how ? t("promise.chooseHow") : undefined}
        >
          <Stack gap={8} my={8}>
            {choices(KEPT)}
          </Stack>
        </Radio.Group>
        <Radio.Group value={how} onChange={setHow} label={t("promise.closedGroup")}>
          <Stack gap={8} my={8}>
            {choices(CLOSED)}
          </Stack>
        </Radio.Group>
        <Textarea label={t("promise.note")} value={note} onChange={(e) => setNote(e.currentTarget.value)} data-testid="close-note" />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t("promise.cancel")}
          </Button>
          <Button onClick={() => void close()} loading={busy} data-testid="close-submit">
            {t("promise.done")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Moves the call-back to a later moment of the office's clock. */
export function PostponePromise({ promise, onDone }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const { data: board } = useBoard();
  const now = useOfficeNow(30_000);
  const zone = board?.timeZone ?? "UTC";
  const [to, setTo] = useState("");
  const [askedBy, setAskedBy] = useState<string>("client");
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    if (promise) setTo(officeLocal(new Date(now.getTime() + 3_600_000), zone));
    setFault(undefined);
    // Only when another promise is opened: the clock ticks on while the form is filled in.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [promise]);
  const postpone = async () => {
    const moment = officeInstant(to, zone);
    if (!promise || !moment || moment <= now) {
      setFault(t("promise.badTime"));
      return;
    }
    const body = { to: moment.toISOString(), askedBy: askedBy as "client" | "office" };
    const worked = await act(async () => {
      await got(api.POST("/api/promises/{id}/postpone", { params: { path: { id: promise.id } }, body }));
      await queries.invalidateQueries({ queryKey: ["promises"] });
    });
    if (worked) onDone();
  };
  return (
    <Modal opened={promise !== null} onClose={onDone} title={t("promise.postponeTitle")} closeButtonProps={{ "aria-label": t("nav.close") }}>
      <Stack>
        <TextInput
          type="datetime-local"
          label={t("promise.to")}
          value={to}
          error={fault}
          onChange={(e) => setTo(e.currentTarget.value)}
          data-testid="postpone-to"
        />
        <Radio.Group value={askedBy} onChange={setAskedBy} label={t("promise.askedBy")}>
          <Stack gap={8} mt={8}>
            <Radio value="client" label={t("promise.client")} />
            <Radio value="office" label={t("promise.office")} />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t("promise.cancel")}
          </Button>
          <Button onClick={() => void postpone()} loading={busy} data-testid="postpone-submit">
            {t("promise.done")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
