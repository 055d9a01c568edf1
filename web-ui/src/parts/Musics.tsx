import { Button, FileButton, Group, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconTrash, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Music } from "../api/client.ts";
import { wavFromFile } from "../audio/pcm.ts";
import { clockLength } from "../format.ts";
import css from "../pages/PromptsPage.module.css";
import { HEADS, useIs } from "../shell/roles.ts";
import { Tag } from "./Section.tsx";
import { Loaded } from "./States.tsx";
import { Sure } from "./Sure.tsx";
import { useDeed } from "./useDeed.ts";

const MOST_SECONDS = 600;

/** What callers hear who wait or are held: the shipped piece, the office's own, those the office file names and that are not there. */
export function Musics() {
  const { t } = useTranslation();
  const may = useIs(HEADS);
  const music = useQuery({
    queryKey: ["music"],
    queryFn: async () => (await got(api.GET("/api/music", { params: { query: { limit: 100 } } }))).items,
  });
  return (
    <>
      <p className={css.lead}>{t("music.lead")}</p>
      {may && <New />}
      <Loaded of={music}>
        {(all) => (
          <ul className={css.list} data-testid="musics">
            {all.map((one) => (
              <One key={one.name} music={one} may={may} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

/** Sends a piece under its name, and says how often, so that what is played is fetched anew. */
function useKeep() {
  const { t } = useTranslation();
  const { deed, busy } = useDeed("music");
  const [version, setVersion] = useState(0);
  const keep = (name: string, file: File) =>
    deed(async () => {
      const body = (await wavFromFile(file, MOST_SECONDS).catch(() => {
        throw new Error(t("caller.badFile"));
      })) as unknown as string;
      const sent = { params: { path: { name } }, body, bodySerializer: (b: unknown) => b as BodyInit, headers: { "Content-Type": "audio/wav" } };
      await got(api.PUT("/api/music/{name}", sent));
      setVersion((n) => n + 1);
    }, t("music.kept"));
  const remove = (name: string) => deed(() => got(api.DELETE("/api/music/{name}", { params: { path: { name } } })));
  return { keep, remove, busy, version };
}

function New() {
  const { t } = useTranslation();
  const { keep, busy } = useKeep();
  const [name, setName] = useState("");
  const good = /^[a-z0-9][a-z0-9-]{0,39}$/.test(name) && name !== "shipped";
  return (
    <Group align="flex-end" mb="md">
      <TextInput
        label={t("music.name")}
        description={t("music.nameHint")}
        error={name !== "" && !good}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
        data-testid="music-name"
      />
      <Upload label={t("music.upload")} busy={busy} disabled={!good} testId="music-file" take={(file) => void keep(name, file).then((kept) => kept && setName(""))} />
    </Group>
  );
}

interface UploadProps {
  label: string;
  busy: boolean;
  disabled?: boolean;
  testId: string;
  take: (file: File) => void;
}

function Upload({ label, busy, disabled = false, testId, take }: UploadProps) {
  return (
    <FileButton accept="audio/*" disabled={disabled} onChange={(file) => file && take(file)} inputProps={{ "aria-label": label, "data-testid": testId } as object}>
      {(props) => (
        <Button variant="default" leftSection={<IconUpload size={15} aria-hidden />} loading={busy} disabled={disabled} {...props}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}

function One({ music, may }: { music: Music; may: boolean }) {
  const { t } = useTranslation();
  const { keep, remove, busy, version } = useKeep();
  const name = music.source === "shipped" ? t("music.shipped") : music.name;
  return (
    <li className={css.one} data-testid={`music-${music.name}`} data-source={music.source}>
      <div className={css.text}>
        <p>{name}</p>
        <small>{[music.seconds !== null && clockLength(music.seconds), music.usedBy.length > 0 && t("music.usedBy", { where: music.usedBy.join(", ") })].filter(Boolean).join(" · ")}</small>
        {music.source === "missing" && <Tag tone="late">{t("music.missing")}</Tag>}
      </div>
      {music.source === "missing" ? <span /> : <audio controls preload="none" src={`/api/music/${music.name}?v=${version}`} aria-label={t("prompt.hear", { text: name })} />}
      {may && music.source !== "shipped" && (
        <Group gap={8}>
          <Upload label={t("prompt.replace")} busy={busy} testId={`music-file-${music.name}`} take={(file) => void keep(music.name, file)} />
          {music.source === "own" && (
            <Sure
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={15} aria-hidden />}
              title={t("music.sure", { name })}
              lead={t("music.sureLead")}
              loading={busy}
              deed={() => remove(music.name)}
              testId={`music-delete-${music.name}`}
            >
              {t("message.delete")}
            </Sure>
          )}
        </Group>
      )}
    </li>
  );
}
