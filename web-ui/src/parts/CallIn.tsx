import { Alert, Button, Select, Slider, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { IconMicrophone, IconMicrophoneOff, IconPhone, IconPhoneOff, IconVolume } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Scheme, type SimulatedLine } from "../api/client.ts";
import { useHandset } from "../audio/useHandset.ts";
import { phone } from "../format.ts";
import css from "./CallIn.module.css";
import { Keypad } from "./Keypad.tsx";
import { Level } from "./Level.tsx";
import { Section, Tag, type Tone } from "./Section.tsx";
import { SendSound } from "./SendSound.tsx";
import { useAct } from "./useAct.ts";

const SCHEMES: Scheme[] = ["country", "bellcore", "etsi", "etsi-before-ring", "bt", "dtmf", "aon", "none"];
const TONES: Record<SimulatedLine["state"], Tone> = {
  idle: "calm",
  ringing: "ring",
  talking: "talk",
  dialling: "ring",
  released: "ring",
  cut: "late",
};

interface Props {
  lines: SimulatedLine[];
  line: SimulatedLine;
  onLine: (n: number) => void;
}

/** The caller's telephone: whom one pretends to be, the handset, the keys. */
export function CallIn({ lines, line, onLine }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const handset = useHandset(line.n);
  const [number, setNumber] = useState("+380501112233");
  const [name, setName] = useState("");
  const [scheme, setScheme] = useState<Scheme>("country");
  const path = { n: line.n };
  const busyLine = line.state !== "idle";

  const ring = () => {
    handset.pickUp();
    const body = { number: number.replace(/[\s()-]/g, "") || null, name: name || null, scheme };
    return act(async () => {
      await got(api.POST("/api/simulator/lines/{n}/ring", { params: { path }, body }));
      await queries.invalidateQueries({ queryKey: ["simulator"] });
    });
  };
  const hangUp = () =>
    act(async () => {
      await got(api.POST("/api/simulator/lines/{n}/hangUp", { params: { path }, body: {} }));
      await queries.invalidateQueries({ queryKey: ["simulator"] });
    });

  return (
    <Section
      title={t("caller.telephone", { n: "" }).trim()}
      testId="caller"
      aside={
        <Tag tone={TONES[line.state]} testId="caller-state">
          {t(`caller.states.${line.state}`)}
        </Tag>
      }
    >
      <div className={css.form}>
        <Select
          className={css.wide}
          label={t("caller.line")}
          data={lines.map((l) => ({ value: String(l.n), label: `fxo:${l.n}${l.number ? ` · ${phone(l.number)}` : ""}` }))}
          value={String(line.n)}
          onChange={(n) => n && onLine(Number(n))}
          data-testid="caller-line"
        />
        <TextInput
          type="tel"
          label={t("caller.number")}
          placeholder={t("caller.numberHint")}
          value={number}
          onChange={(e) => setNumber(e.currentTarget.value)}
          data-testid="caller-number"
        />
        <TextInput
          label={t("caller.name")}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
          data-testid="caller-name"
        />
        <Select
          className={css.wide}
          label={t("caller.scheme")}
          data={SCHEMES.map((s) => ({ value: s, label: t(`scheme.${s}`) }))}
          value={scheme}
          onChange={(s) => s && setScheme(s as Scheme)}
          data-testid="caller-scheme"
        />
      </div>
      {busyLine && line.state !== "cut" ? (
        <Button
          fullWidth
          size="lg"
          color="red"
          leftSection={<IconPhoneOff size={20} aria-hidden />}
          loading={busy}
          onClick={() => void hangUp()}
          data-testid="caller-hang-up"
        >
          {t("caller.hangUp")}
        </Button>
      ) : (
        <Button
          fullWidth
          size="lg"
          leftSection={<IconPhone size={20} aria-hidden />}
          loading={busy}
          disabled={busyLine}
          onClick={() => void ring()}
          data-testid="caller-call-in"
        >
          {t("caller.callIn")}
        </Button>
      )}
      {handset.held && !handset.linked && (
        <Alert color="red" mt="md" role="status">
          {t("caller.soundLost")}
        </Alert>
      )}
      <div className={css.sound}>
        <Level label={t("caller.hear")} level={handset.heard} testId="caller-heard" />
        <Level label={t("caller.say")} level={handset.said} testId="caller-said" />
        <label className={css.volume}>
          <IconVolume size={18} aria-hidden />
          <Slider
            flex={1}
            min={0}
            max={2}
            step={0.05}
            label={(v) => `${Math.round(v * 100)} %`}
            value={handset.volume}
            onChange={handset.setVolume}
            thumbLabel={t("caller.volume")}
          />
        </label>
      </div>
      <Button
        fullWidth
        variant={handset.mic === "on" ? "filled" : "light"}
        leftSection={handset.mic === "on" ? <IconMicrophone size={18} aria-hidden /> : <IconMicrophoneOff size={18} aria-hidden />}
        disabled={handset.mic === "insecure"}
        aria-pressed={handset.mic === "on"}
        onClick={handset.toggleMic}
        data-testid="caller-mic"
      >
        {t(handset.mic === "on" ? "caller.micOn" : "caller.mic")}
      </Button>
      {handset.mic === "insecure" && <p className={css.why}>{t("caller.micInsecure")}</p>}
      {handset.mic === "none" && <p className={css.why}>{t("caller.micNone")}</p>}
      {handset.mic === "denied" && <p className={css.why}>{t("caller.micDenied")}</p>}
      <SendSound line={line.n} />
      <Keypad line={line.n} />
    </Section>
  );
}
