import { Button, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconDownload, IconPlayerRecord, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { dropTake, type LineDetail, type RawTake, rawSoundOf, recordNext } from "../../api/copper.ts";
import { clockLength, useMoments, useOfficeNow } from "../../format.ts";
import { useIs } from "../../shell/roles.ts";
import { Section, Tag } from "../Section.tsx";
import { Sure } from "../Sure.tsx";
import { useDeed } from "../useDeed.ts";
import css from "./copper.module.css";

const TONES = { waiting: "ring", running: "talk", done: "calm" } as const;

/** The next call as it comes and goes on the wires: asked for, waited for, heard, deleted. A modem has none. */
export function RawSound({ line }: { line: LineDetail }) {
  const { t } = useTranslation();
  const installer = useIs(["installer"]);
  const { deed, busy } = useDeed("lineDetail");
  if (!installer || !line.copper) return null;
  return (
    <Section title={t("raw.title")} testId="raw">
      {line.raw ? (
        <Take port={line.port} take={line.raw} />
      ) : (
        <Button
          mb="sm"
          variant="default"
          leftSection={<IconPlayerRecord size={16} aria-hidden />}
          loading={busy}
          onClick={() => void deed(() => recordNext(line.port))}
          data-testid="raw-start"
        >
          {t("raw.start")}
        </Button>
      )}
      <p className={css.dim}>{t("raw.hint")}</p>
    </Section>
  );
}

function Take({ port, take }: { port: string; take: RawTake }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  return (
    <div className={css.take} data-testid="raw-take" data-state={take.state}>
      <p className={css.stand}>
        <span role="status">
          <Tag tone={TONES[take.state]}>{t(`raw.state.${take.state}`)}</Tag>
        </span>
        {take.state === "waiting" ? <span>{t("raw.since", { time: moments.near(take.askedAt, now) })}</span> : <span data-testid="raw-length">{clockLength(take.seconds)}</span>}
        {take.callId && (
          <Link to="/calls" search={{ call: take.callId }}>
            {t("lesson.call")}
          </Link>
        )}
      </p>
      {take.state === "done" && (
        <>
          <p className={css.dim}>{t("raw.sides")}</p>
          <div className={css.heard}>
            <audio controls preload="none" src={rawSoundOf(port)} aria-label={t("raw.hear")} data-testid="raw-audio" />
          </div>
        </>
      )}
      <Deeds port={port} take={take} />
    </div>
  );
}

function Deeds({ port, take }: { port: string; take: RawTake }) {
  const { t } = useTranslation();
  const { deed, busy } = useDeed("lineDetail");
  const drop = (note?: string) => deed(() => dropTake(port), note);
  if (take.state === "waiting") {
    return (
      <Button size="xs" variant="default" loading={busy} onClick={() => void drop()} data-testid="raw-cancel">
        {t("raw.cancel")}
      </Button>
    );
  }
  return (
    <Group gap={8} mt={10}>
      {take.state === "done" && (
        <Button
          size="xs"
          variant="default"
          component="a"
          href={rawSoundOf(port)}
          download={`${port.replace(":", "-")}-${take.callId ?? "raw"}.wav`}
          leftSection={<IconDownload size={15} aria-hidden />}
          data-testid="raw-download"
        >
          {t("raw.download")}
        </Button>
      )}
      <Sure
        size="xs"
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={15} aria-hidden />}
        title={t("raw.sure")}
        lead={t("raw.sureLead")}
        loading={busy}
        deed={() => drop(t("raw.dropped"))}
        testId="raw-delete"
      >
        {t("raw.delete")}
      </Sure>
    </Group>
  );
}
