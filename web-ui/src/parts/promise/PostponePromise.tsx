import { Button, Group, Modal, Radio, Stack, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Promised } from "../../api/client.ts";
import { useBoard } from "../../api/queries.ts";
import { useOfficeNow } from "../../format.ts";
import { Form } from "../Form.tsx";
import { useDeed } from "../useDeed.ts";
import { officeInstant, officeLocal } from "../zone.ts";

interface Props {
  promise: Promised | null;
  onDone: () => void;
}

/** Moves the call-back to a later moment of the office's clock. */
export function PostponePromise({ promise, onDone }: Props) {
  const { t } = useTranslation();
  const { deed, busy } = useDeed("promises", "morning");
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
    const worked = await deed(async () => {
      await got(api.POST("/api/promises/{id}/postpone", { params: { path: { id: promise.id } }, body }));
    });
    if (worked) onDone();
  };
  return (
    <Modal opened={promise !== null} onClose={onDone} title={t("promise.postponeTitle")} closeButtonProps={{ "aria-label": t("nav.close") }}>
      <Form onSubmit={postpone}>
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
          <Button type="submit" loading={busy} data-testid="postpone-submit">
            {t("promise.done")}
          </Button>
        </Group>
      </Form>
    </Modal>
  );
}
