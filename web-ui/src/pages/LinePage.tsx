import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type LineDetail, useLineDetail } from "../api/copper.ts";
import { phone, useWord } from "../format.ts";
import { CallOver } from "../parts/copper/CallOver.tsx";
import { Levels } from "../parts/copper/Levels.tsx";
import { RawSound } from "../parts/copper/RawSound.tsx";
import { Releases } from "../parts/copper/Releases.tsx";
import { Settings } from "../parts/copper/Settings.tsx";
import { Taught } from "../parts/copper/Taught.tsx";
import { Tested } from "../parts/copper/Tested.tsx";
import { Wires } from "../parts/copper/Wires.tsx";
import { PageHead, Tag } from "../parts/Section.tsx";
import { Loaded } from "../parts/States.tsx";
import { LINE_TONE } from "../parts/tones.ts";
import css from "./LinesPage.module.css";

/** One outside line for whoever installs it. */
export function LinePage() {
  const { t } = useTranslation();
  const { port } = useParams({ strict: false }) as { port: string };
  const line = useLineDetail(port);
  return (
    <>
      <p className={css.back}>
        <Link to="/lines" className={css.open}>
          {t("copper.all")}
        </Link>
      </p>
      <Loaded of={line}>
        {(found) => (
          <>
            <Head line={found} />
            <div className={css.groups}>
              <div className={css.column}>
                <Wires line={found} />
                <Levels line={found} />
                <Tested line={found} />
                <Settings line={found} />
              </div>
              <div className={css.column}>
                <RawSound line={found} />
                <CallOver line={found} />
                <Taught line={found} />
                <Releases line={found} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

/** What line it is and how it stands, in plain words. */
export function Head({ line }: { line: LineDetail }) {
  const word = useWord();
  const { t } = useTranslation();
  const what = [line.number && phone(line.number), line.purpose].filter(Boolean).join(" · ");
  return (
    <PageHead title={line.port} lead={what || undefined}>
      <Tag tone={line.copper?.held ? "late" : (LINE_TONE[line.state] ?? "calm")} testId="line-state">
        {line.copper?.held ? t("copper.held") : word("line", line.state)}
      </Tag>
      {line.oneWay && (
        <Tag tone="late" testId="line-one-way">
          {t("copper.oneWay")}
        </Tag>
      )}
      {line.copper?.clearing && <Tag tone="ring">{t("copper.clearing")}</Tag>}
    </PageHead>
  );
}
