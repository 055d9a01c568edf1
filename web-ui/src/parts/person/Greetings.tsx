import { Button, FileButton, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconMicrophone, IconPlayerStop, IconTrash, IconUpload } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Greeting } from "../../api/client.ts";
import { wavFromFile } from "../../audio/pcm.ts";
import { Recorder } from "../../audio/recorder.ts";
import { clockLength } from "../../format.ts";
import { Loaded } from "../States.tsx";
import { Sure } from "../Sure.tsx";
import { useDeed } from "../useDeed.ts";
import { useFocusBack } from "../useFocusBack.ts";
import css from "./Greetings.module.css";

type State = Greeting["state"];
const STATES: State[] = ["general", "busy", "noAnswer", "away"];

/** Whose box: a person's by extension, or a team's by name. */
export type Box = { extension: string; name: string } | { team: string; name: string };

const listed = (box: Box) =>
  "team" in box
    ? got(api.GET("/api/teams/{name}/greetings", { params: { path: { name: box.team } } }))
    : got(api.GET("/api/people/{extension}/greetings", { params: { path: { extension: box.extension } } }));

const put = (box: Box, state: State, sound: Blob) => {
  const sent = { body: sound as unknown as string, bodySerializer: (b: unknown) => b as BodyInit, headers: { "Content-Type": "audio/wav" } };
  return "team" in box
    ? got(api.PUT("/api/teams/{name}/greetings/{state}", { params: { path: { name: box.team, state } }, ...sent }))
    : got(api.PUT("/api/people/{extension}/greetings/{state}", { params: { path: { extension: box.extension, state } }, ...sent }));
};

const removed = (box: Box, state: State) =>
  "team" in box
    ? got(api.DELETE("/api/teams/{name}/greetings/{state}", { params: { path: { name: box.team, state } } }))
    : got(api.DELETE("/api/people/{extension}/greetings/{state}", { params: { path: { extension: box.extension, state } } }));

const address = (box: Box, state: State) =>
  "team" in box ? `/api/teams/${encodeURIComponent(box.team)}/greetings/${state}` : `/api/people/${box.extension}/greetings/${state}`;

/** What callers hear from the box, one sound for each state: heard, recorded here, uploaded, deleted. */
export function Greetings({ box, onDone }: { box: Box; onDone: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const greetings = useQuery({ queryKey: ["greetings", "team" in box ? box.team : box.extension], queryFn: async () => (await listed(box)).items });
  return (
    <Modal opened onClose={onDone} size="lg" title={t("greeting.title", { name: box.name })} closeButtonProps={{ "aria-label": t("nav.close") }}>
      <p className={css.lead}>{t("greeting.lead")}</p>
      {!Recorder.possible && <p className={css.lead}>{t("greeting.noMicrophone")}</p>}
      <Loaded of={greetings}>
        {(all) => (
          <ul className={css.list} data-testid="greetings">
            {STATES.map((state) => (
              <One key={state} box={box} state={state} greeting={all.find((one) => one.state === state)} />
            ))}
          </ul>
        )}
      </Loaded>
    </Modal>
  );
}

function One({ box, state, greeting }: { box: Box; state: State; greeting: Greeting | undefined }) {
  const { t } = useTranslation();
  const { deed, busy } = useDeed("greetings");
  const [version, setVersion] = useState(0);
  const keep = (sound: Blob) =>
    deed(async () => {
      const wav = await wavFromFile(sound).catch(() => {
        throw new Error(t("caller.badFile"));
      });
      await put(box, state, wav);
      setVersion((n) => n + 1);
    }, t("greeting.saved"));
  const remove = () => deed(() => removed(box, state));
  const words = t(`greeting.state.${state}`);
  return (
    <li data-testid={`greeting-${state}`} data-recorded={greeting !== undefined}>
      <p>
        <strong>{words}</strong>
        <small>{greeting ? clockLength(greeting.seconds) : t("greeting.standard")}</small>
      </p>
      {greeting && (
        <audio controls preload="none" src={`${address(box, state)}?v=${version}`} aria-label={t("greeting.hear", { state: words })} />
      )}
      <div className={css.tools}>
        {Recorder.possible && <Record state={words} busy={busy} keep={keep} />}
        <FileButton accept="audio/*" onChange={(file) => file && void keep(file)} inputProps={{ "aria-label": `${t("greeting.upload")}: ${words}`, "data-testid": `greeting-file-${state}` } as object}>
          {(props) => (
            <Button size="xs" variant="default" leftSection={<IconUpload size={15} aria-hidden />} loading={busy} {...props} aria-label={`${t("greeting.upload")}: ${words}`}>
              {t("greeting.upload")}
            </Button>
          )}
        </FileButton>
        {greeting && (
          <Sure
            size="xs"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={15} aria-hidden />}
            title={t("greeting.sure")}
            lead={t("greeting.sureLead", { state: words })}
            loading={busy}
            deed={remove}
            label={`${t("greeting.delete")}: ${words}`}
            testId={`greeting-delete-${state}`}
          >
            {t("greeting.delete")}
          </Sure>
        )}
      </div>
    </li>
  );
}

/** Press, speak, press again. */
function Record({ state, busy, keep }: { state: string; busy: boolean; keep: (sound: Blob) => Promise<boolean> }) {
  const { t } = useTranslation();
  const { deed } = useDeed();
  const recorder = useRef<Recorder>(null);
  const [since, setSince] = useState<number | null>(null);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => () => recorder.current?.release(), []);
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => setSeconds((performance.now() - since) / 1000), 250);
    return () => clearInterval(timer);
  }, [since]);
  const start = () =>
    void deed(async () => {
      recorder.current = await Recorder.start().catch(() => {
        throw new Error(t("greeting.denied"));
      });
      setSeconds(0);
      setSince(performance.now());
    });
  const stop = async () => {
    setSince(null);
    const sound = await recorder.current?.stop();
    recorder.current = null;
    if (sound) await keep(sound);
  };
  return since === null ? (
    <Button size="xs" variant="default" leftSection={<IconMicrophone size={15} aria-hidden />} loading={busy} onClick={start} aria-label={`${t("greeting.record")}: ${state}`}>
      {t("greeting.record")}
    </Button>
  ) : (
    <>
      <Button size="xs" color="red" leftSection={<IconPlayerStop size={15} aria-hidden />} onClick={() => void stop()} aria-label={`${t("greeting.stop")}: ${state}`}>
        {t("greeting.stop")}
      </Button>
      <span className={css.timer}>{clockLength(seconds)}</span>
    </>
  );
}
