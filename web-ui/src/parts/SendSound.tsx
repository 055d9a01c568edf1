import { Button, FileButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconFileMusic, IconMessage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { say } from "../api/client.ts";
import { wav, wavFromFile } from "../audio/pcm.ts";
import { testVoice } from "../audio/testVoice.ts";
import css from "./CallIn.module.css";
import { useAct } from "./useAct.ts";

/** Speaking without a microphone: a voice made here, or any sound file. */
export function SendSound({ line }: { line: number }) {
  const { t } = useTranslation();
  const { act, busy } = useAct();
  const send = async (sound: () => Promise<Blob>) => {
    const worked = await act(async () => say("lines", line, await sound()));
    if (worked) notifications.show({ color: "green", message: t("caller.sent"), closeButtonProps: { "aria-label": t("nav.close") } });
  };
  const read = (file: File) =>
    wavFromFile(file).catch(() => {
      throw new Error(t("caller.badFile"));
    });
  return (
    <div className={css.send}>
      <Button
        variant="default"
        leftSection={<IconMessage size={16} aria-hidden />}
        loading={busy}
        onClick={() => void send(async () => wav(testVoice()))}
        data-testid="caller-test-voice"
      >
        {t("caller.testVoice")}
      </Button>
      <FileButton
        accept="audio/*"
        onChange={(file) => file && void send(() => read(file))}
        inputProps={{ "aria-label": t("caller.file"), "data-testid": "caller-file" } as object}
      >
        {(props) => (
          <Button variant="default" leftSection={<IconFileMusic size={16} aria-hidden />} {...props}>
            {t("caller.file")}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
