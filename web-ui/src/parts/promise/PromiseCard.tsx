import { Button } from "@mantine/core";
import { IconClockPause, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Promised } from "../../api/client.ts";
import { phone, useMoments, useNames, useOfficeNow } from "../../format.ts";
import { useSaid } from "../../i18n/said.ts";
import { Tag } from "../Section.tsx";
import { CallBack } from "./CallBack.tsx";
import { Due, owed } from "./Due.tsx";
import css from "./PromiseCard.module.css";
import { Steps } from "./Steps.tsx";

interface Props {
  promise: Promised;
  /** It left the list while somebody was at it, and stays in its place until they are done. */
  gone?: boolean;
  onClose: () => void;
  onPostpone: () => void;
  onOpen: () => void;
}

/** One caller who was promised a call: who, about what, by when, by whom. */
export function PromiseCard({ promise, gone = false, onClose, onPostpone, onOpen }: Props) {
  const { t } = useTranslation();
  const said = useSaid();
  const number = promise.number ? phone(promise.number) : t("call.hidden");
  return (
    <article className={css.card} data-state={promise.state} data-gone={gone || undefined} data-testid="promise" data-number={promise.number ?? ""}>
      <div className={css.main}>
        <div className={css.who}>
          <button type="button" className={css.name} onClick={onOpen} data-testid="promise-open">
            {promise.contact ?? number}
          </button>
          {promise.contact && promise.number && (
            <a className={css.number} href={`tel:${promise.number}`}>
              {number}
            </a>
          )}
          {promise.class && <Tag tone="calm">{promise.class}</Tag>}
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
        {promise.reason && <p className={css.matter}>{said(promise.reason)}</p>}
        {promise.messageId && (
          <audio
            controls
            preload="none"
            src={`/api/messages/${promise.messageId}/audio.wav`}
            aria-label={t("message.audio", { who: promise.contact ?? number })}
          />
        )}
        {owed(promise) && !gone && <Steps promise={promise} />}
      </div>
      {owed(promise) && !gone && (
        <div className={css.tools}>
          <CallBack promise={promise} />
          <Button variant="default" leftSection={<IconClockPause size={16} aria-hidden />} onClick={onPostpone} data-testid="promise-postpone">
            {t("promise.postpone")}
          </Button>
          <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={onClose} data-testid="promise-close">
            {t("promise.close")}
          </Button>
        </div>
      )}
      {gone && <p className={css.gone}>{t("promise.gone")}</p>}
    </article>
  );
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
  const now = useOfficeNow(30_000);
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
