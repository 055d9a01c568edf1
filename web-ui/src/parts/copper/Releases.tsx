import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type LineDetail, type Reading, soundOf, useTone } from "../../api/copper.ts";
import { useMoments, useOfficeNow } from "../../format.ts";
import { useIs } from "../../shell/roles.ts";
import { Section } from "../Section.tsx";
import { Empty, Loaded } from "../States.tsx";
import css from "./copper.module.css";
import { ToneChart } from "./ToneChart.tsx";
import { useShown } from "./useShown.ts";

/** The last ten times that the far end went: how it showed, and what was heard. */
export function Releases({ line }: { line: LineDetail }) {
  const { t } = useTranslation();
  return (
    <Section title={t("copper.releases")} testId="releases">
      {line.releases.length === 0 ? (
        <Empty title={t("copper.noReleases")} />
      ) : (
        <ul className={css.list}>
          {line.releases.map((release) => (
            <Release key={release.id} port={line.port} release={release} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Release({ port, release }: { port: string; release: Reading }) {
  const { t } = useTranslation();
  const installer = useIs(["installer"]);
  const shown = useShown();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  const [open, setOpen] = useState(false);
  const time = moments.near(release.at, now);
  return (
    <li data-testid="release">
      <div className={css.lesson}>
        <div className={css.what}>
          <strong>{shown("release", release.value, release.amount)}</strong>
          <span>{time}</span>
        </div>
        {installer && release.sound && (
          <Button variant="default" size="xs" onClick={() => setOpen(!open)} aria-expanded={open} data-testid="release-tone">
            {t("copper.show")}
          </Button>
        )}
      </div>
      {open && <Heard port={port} id={release.id} time={time} />}
    </li>
  );
}

function Heard({ port, id, time }: { port: string; id: string; time: string }) {
  const { t } = useTranslation();
  const tone = useTone(port, id);
  return (
    <div className={css.heard}>
      <audio controls preload="none" src={soundOf(port, id)} aria-label={t("copper.heard", { time })} />
      <Loaded of={tone}>{(picture) => <ToneChart tone={picture} />}</Loaded>
    </div>
  );
}
