import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type LineDetail, type LineLesson, undoLearnt } from "../../api/copper.ts";
import { useMoments, useOfficeNow } from "../../format.ts";
import { useIs } from "../../shell/roles.ts";
import { Section, Tag } from "../Section.tsx";
import { Empty } from "../States.tsx";
import { useDeed } from "../useDeed.ts";
import css from "./copper.module.css";
import { useShown } from "./useShown.ts";

/** What the line's calls have taught, each with the readings it rests on, and the way back. */
export function Taught({ line }: { line: LineDetail }) {
  const { t } = useTranslation();
  return (
    <Section title={t("lesson.title")} testId="taught">
      {line.learnt.length === 0 ? (
        <Empty title={t("lesson.nothing")} hint={t("lesson.nothingHint")} />
      ) : (
        <>
          <p className={css.dim}>{t("lesson.lead")}</p>
          <ul className={css.list}>
            {line.learnt.map((lesson) => (
              <Lesson key={lesson.trait} port={line.port} lesson={lesson} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Lesson({ port, lesson }: { port: string; lesson: LineLesson }) {
  const { t } = useTranslation();
  const installer = useIs(["installer"]);
  const { deed, busy } = useDeed("lineDetail", "lines");
  const shown = useShown();
  const what = t(`lesson.trait.${lesson.trait}`);
  return (
    <li data-testid={`lesson-${lesson.trait}`} data-believed={lesson.believed}>
      <div className={css.lesson}>
        <div className={css.what}>
          <strong>{what}</strong>
          <span data-testid={`lesson-value-${lesson.trait}`}>{shown(lesson.trait, lesson.value, lesson.amount)}</span>
        </div>
        <Tag tone={lesson.changing ? "late" : lesson.believed ? "talk" : "calm"}>
          {lesson.believed ? t("lesson.known") : t("lesson.seen", { agreeing: lesson.agreeing, needed: lesson.needed })}
        </Tag>
        {installer && (
          <Button
            variant="default"
            size="xs"
            loading={busy}
            onClick={() => void deed(() => undoLearnt(port, lesson.trait), t("lesson.undone"))}
            aria-label={t("lesson.undoOf", { what })}
            data-testid={`undo-${lesson.trait}`}
          >
            {t("lesson.undo")}
          </Button>
        )}
      </div>
      {lesson.changing && <p className={css.changing}>{t("lesson.lately", { value: shown(lesson.trait, lesson.changing, null) })}</p>}
      <Readings lesson={lesson} />
    </li>
  );
}

function Readings({ lesson }: { lesson: LineLesson }) {
  const { t } = useTranslation();
  const shown = useShown();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  return (
    <details className={css.readings}>
      <summary>{t("lesson.evidence", { count: lesson.readings.length })}</summary>
      <ul>
        {lesson.readings.map((reading) => (
          <li key={reading.id}>
            <time dateTime={reading.at}>{moments.near(reading.at, now)}</time>
            <span>{shown(lesson.trait, reading.value, reading.amount)}</span>
            {reading.bits && <code>{reading.bits}</code>}
            {reading.callId ? (
              <Link to="/calls" search={{ call: reading.callId }}>
                {t("lesson.call")}
              </Link>
            ) : (
              <span>{t("lesson.noCall")}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
