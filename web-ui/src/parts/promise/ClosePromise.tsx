import { Button, Group, Modal, Radio, Stack, Textarea } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type CloseHow, got, type Promised } from "../../api/client.ts";
import { Form } from "../Form.tsx";
import { useDeed } from "../useDeed.ts";

const KEPT: CloseHow[] = ["sms", "email", "messenger", "visit", "ownMobile"];
const CLOSED: CloseHow[] = ["wrongNumber", "callerDeclined", "spam", "noNumber", "unreachable"];

interface Props {
  promise: Promised | null;
  onDone: () => void;
}

/** States how a promise was settled without a talk through the box. */
export function ClosePromise({ promise, onDone }: Props) {
  const { t } = useTranslation();
  const { deed, busy } = useDeed("promises", "morning");
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
    const worked = await deed(async () => {
      await got(api.POST("/api/promises/{id}/close", { params: { path: { id: promise.id } }, body }));
    });
    if (worked) onDone();
  };
  const choices = (list: CloseHow[]) =>
    list.map((h) => <Radio key={h} value={h} label={t(`how.${h}`)} data-testid={`how-${h}`} />);
  return (
    <Modal opened={promise !== null} onClose={onDone} title={t("promise.closeTitle")} closeButtonProps={{ "aria-label": t("nav.close") }}>
      <Form onSubmit={close}>
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
          <Button type="submit" loading={busy} data-testid="close-submit">
            {t("promise.done")}
          </Button>
        </Group>
      </Form>
    </Modal>
  );
}
