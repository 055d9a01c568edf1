import { IconArrowBounce, IconKeyframe, IconMessage2, IconPhoneCalling, IconPhoneX, IconRecordMail, IconUsersGroup, IconVolume } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Path, PathStep } from "../../api/client.ts";
import { clockLength, phone, useClassName, useMoments, useOfficeNow, useWord } from "../../format.ts";
import { useSaid } from "../../i18n/said.ts";
import { Tag } from "../Section.tsx";
import { useTarget } from "../target.ts";
import css from "./PathView.module.css";

const ICON = {
  say: IconVolume,
  keys: IconKeyframe,
  ring: IconPhoneCalling,
  queue: IconUsersGroup,
  message: IconRecordMail,
  promise: IconMessage2,
  refuse: IconPhoneX,
};

/** The way of a call that nobody lifts: a line of stations, with a branch for each key of a menu. */
export function PathView({ path }: { path: Path }) {
  const { t } = useTranslation();
  const className = useClassName();
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  const said = useSaid();
  const facts = [
    t(path.open ? "clock.open" : "clock.closed"),
    path.line,
    t("whatif.script", { name: said(path.script) }),
    path.class && t("whatif.class", { name: className(path.class) }),
    path.contact,
  ];
  return (
    <>
      <p className={css.facts} role="status">
        <strong>{moments.near(path.at, now)}</strong>
        {facts.filter(Boolean).map((fact) => (
          <Tag key={fact as string} tone="calm">
            {fact}
          </Tag>
        ))}
      </p>
      <Steps steps={path.steps} />
    </>
  );
}

function Steps({ steps }: { steps: PathStep[] }) {
  return (
    <ol className={css.steps}>
      {steps.map((step, i) => (
        <Step key={i} step={step} />
      ))}
    </ol>
  );
}

function Step({ step }: { step: PathStep }) {
  const { t } = useTranslation();
  const Icon = ICON[step.do];
  return (
    <li className={css.step} data-do={step.do} data-testid="path-step">
      <span className={css.icon} aria-hidden>
        <Icon size={18} stroke={1.7} />
      </span>
      <div className={css.body}>
        <p className={css.head}>
          <strong>{t(`whatif.do.${step.do}`)}</strong>
          <span className={css.time}>
            {clockLength(step.after)}
            {step.seconds > 0 && ` · ${t("whatif.seconds", { count: Math.round(step.seconds) })}`}
          </span>
        </p>
        <What step={step} />
      </div>
    </li>
  );
}

function What({ step }: { step: PathStep }) {
  const { t } = useTranslation();
  const target = useTarget();
  const said = useSaid();
  return (
    <>
      {step.text && <blockquote className={css.said}>{step.text}</blockquote>}
      {step.keys && <p className={css.small}>{step.keys.length >= 10 ? t("whatif.anyKey") : t("whatif.keysEnd", { keys: [...step.keys].join(", ") })}</p>}
      {step.choices?.map((choice) => (
        <div key={choice.key ?? "silence"} className={css.choice}>
          <p className={css.small}>
            <kbd>{choice.key ?? "…"}</kbd> {choice.key === null && `${t("whatif.silence")} `}→ {target(choice.goes)}
          </p>
          <Steps steps={choice.steps} />
        </div>
      ))}
      {step.rings && <Rings step={step} />}
      {step.skipped && <p className={css.small}>{t("whatif.skipped", { why: said(step.skipped) })}</p>}
      {step.rule && <p className={css.small}>{said(step.rule)}</p>}
      {step.dueAt && <Promised step={step} />}
    </>
  );
}

function Rings({ step }: { step: PathStep }) {
  const { t } = useTranslation();
  const word = useWord();
  const target = useTarget();
  return (
    <>
      <p className={css.small}>{target(step.target ?? "")}</p>
      <ul className={css.people}>
        {step.rings?.map((ring) => (
          <li key={ring.who}>
            <Tag tone="talk">
              {ring.name ?? phone(ring.who)} · {t("whatif.seconds", { count: Math.round(ring.seconds) })}
            </Tag>
          </li>
        ))}
        {step.notRung?.map((one) => (
          <li key={one.who}>
            <Tag tone="calm">
              {one.name ?? phone(one.who)}: {word("cause", one.why)}
            </Tag>
          </li>
        ))}
      </ul>
    </>
  );
}

function Promised({ step }: { step: PathStep }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  return (
    <>
      {step.spokenAs && <blockquote className={css.said}>{step.spokenAs}</blockquote>}
      <p className={css.small}>
        <IconArrowBounce size={15} aria-hidden /> {t("whatif.due", { from: moments.near(step.dueAt!, now), to: moments.near(step.overdueAt!, now) })}
      </p>
    </>
  );
}
