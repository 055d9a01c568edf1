import { Button } from "@mantine/core";
import { IconClockPause, IconX } from "@tabler/icons-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Promised } from "../../api/client.ts";
import { phone, useClassName, useMoments, useNames, useOfficeDay } from "../../format.ts";
import { Tag } from "../Section.tsx";
import { Told } from "../Told.tsx";
import { CallBack } from "./CallBack.tsx";
import { Due, owed } from "./Due.tsx";
import { History } from "./History.tsx";
import css from "./PromiseCard.module.css";
import { Steps } from "./Steps.tsx";

interface Props {
  promise: Promised;
  /** It left the list while somebody was at it, and stays in its place until they are done. */
  gone?: boolean;
  onClose: (promise: Promised) => void;
  onPostpone: (promise: Promised) => void;
  onOpen: (promise: Promised) => void;
}

/** One caller who was promised a call: who, about what, by when, by whom. */
export const PromiseCard = memo(function PromiseCard({ promise, gone = false, onClose, onPostpone, onOpen }: Props) {
  const { t } = useTranslation();
  const className = useClassName();
  const number = promise.number ? phone(promise.number) : t("call.hidden");
  return (
    <article className={css.card} data-state={promise.state} data-gone={gone || undefined} data-testid="promise" data-number={promise.number ?? ""}>
      <div className={css.main}>
        <div className={css.who}>
          <button type="button" className={css.name} onClick={() => onOpen(promise)} data-testid="promise-open">
            {promise.contact ?? number}
          </button>
          {promise.number && (promise.contact || owed(promise)) && (
            <a className={css.number} href={`tel:${promise.number}`}>
              {promise.contact ? number : t("promise.fromHere")}
            </a>
          )}
          {promise.class && <Tag tone="calm">{className(promise.class)}</Tag>}
          {promise.kind && promise.kind !== "callBack" && <Tag tone="owed">{t(`promise.kinds.${promise.kind}`)}</Tag>}
          {promise.passing && <Tag tone="calm">{t("promise.passing")}</Tag>}
        </div>
        <Matter promise={promise} />
        <p className={css.meta}>
          <Due promise={promise} />
          <span>{t("promise.calls", { count: promise.calls.length })}</span>
          {promise.attempts > 0 && <span>{t("promise.attempts", { count: promise.attempts })}</span>}
          <Whose promise={promise} />
        </p>
        {promise.reason && <p className={css.matter}><Told text={promise.reason} /></p>}
        {promise.messageId && <Left id={promise.messageId} who={promise.contact ?? number} />}
        {owed(promise) && !gone && <Steps promise={promise} />}
        <History promise={promise} />
      </div>
      {owed(promise) && !gone && (
        <div className={css.tools}>
          <CallBack promise={promise} />
          <Button variant="default" leftSection={<IconClockPause size={16} aria-hidden />} onClick={() => onPostpone(promise)} data-testid="promise-postpone">
            {t("promise.postpone")}
          </Button>
          <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={() => onClose(promise)} data-testid="promise-close">
            {t("promise.close")}
          </Button>
        </div>
      )}
      {gone && <p className={css.gone}>{t("promise.gone")}</p>}
    </article>
  );
});

/** The message that was left; whoever may not hear it is told so when they try. */
function Left({ id, who }: { id: string; who: string }) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState(false);
  if (refused) return <p className={css.refused}>{t("message.notYours")}</p>;
  return <audio controls preload="none" src={`/api/messages/${id}/audio.wav`} aria-label={t("message.audio", { who })} onError={() => setRefused(true)} data-testid="promise-message" />;
}

function Matter({ promise }: { promise: Promised }) {
  const { t } = useTranslation();
  const matter = [promise.text, promise.topic, promise.essence].filter(Boolean).join(" — ");
  return (
    <>
      {matter && <p className={css.matter}>{matter}</p>}
      {promise.spokenAs && (
        <blockquote className={css.spoken} title={t("promise.spoken")}>
          {promise.spokenAs}
        </blockquote>
      )}
    </>
  );
}

/** Who owes it, to whom it went, and by when it must be solved inside. */
function Whose({ promise }: { promise: Promised }) {
  const { t } = useTranslation();
  const name = useNames();
  const moments = useMoments();
  const now = useOfficeDay();
  return (
    <>
      <span>
        {t("promise.owner")}: {name(promise.owner) || t("promise.noOwner")}
      </span>
      {promise.escalatedTo && promise.escalatedTo !== promise.owner && <span>{t("promise.escalated", { who: name(promise.escalatedTo) })}</span>}
      {promise.handedTo && (
        <span>
          {t("promise.handed", { who: name(promise.handedTo) })}
          {promise.insideAt && !promise.solvedAt && ` ${t("promise.inside", { time: moments.near(promise.insideAt, now) })}`}
        </span>
      )}
      {promise.solvedAt && <Tag tone="talk">{t("promise.solved")}</Tag>}
      {promise.slipped && !promise.solvedAt && <Tag tone="late">{t("promise.slipped")}</Tag>}
    </>
  );
}
