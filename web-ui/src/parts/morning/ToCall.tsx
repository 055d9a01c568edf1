import { Link } from "@tanstack/react-router";
import { IconMoodSmile } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Promised } from "../../api/client.ts";
import type { Morning } from "../../api/morning.ts";
import { phone, useClassName, useNames } from "../../format.ts";
import { CallBack } from "../promise/CallBack.tsx";
import { Due } from "../promise/Due.tsx";
import { Section, Tag } from "../Section.tsx";
import { Empty } from "../States.tsx";
import { useStill } from "../useStill.ts";
import css from "./morning.module.css";

const FIRST = 8;

/** Whom to call: who, class, matter, how often, by whom, by when; one click rings. */
export function ToCall({ toCall }: { toCall: Morning["toCall"] }) {
  const { t } = useTranslation();
  const { rows, hands } = useStill(toCall.items, (p) => p.id);
  return (
    <Section
      title={t("morning.toCall", { count: toCall.value })}
      aside={
        toCall.overdue > 0 && (
          <Tag tone="late" testId="morning-overdue">
            {t("now.overdue", { count: toCall.overdue })}
          </Tag>
        )
      }
      testId="morning-tocall"
    >
      {rows.length === 0 ? (
        <Empty icon={<IconMoodSmile size={30} stroke={1.3} aria-hidden />} title={t("promise.none")} hint={t("promise.noneHint")} />
      ) : (
        <ul className={css.calls} {...hands}>
          {rows.slice(0, FIRST).map(({ item, gone }) => (
            <One key={item.id} promise={item} gone={gone} />
          ))}
        </ul>
      )}
      {toCall.value > 0 && (
        <Link to="/promises" className={css.all} data-testid="morning-all">
          {t("morning.all", { count: toCall.value })}
        </Link>
      )}
    </Section>
  );
}

function One({ promise, gone }: { promise: Promised; gone: boolean }) {
  const { t } = useTranslation();
  const className = useClassName();
  const name = useNames();
  const number = promise.number ? phone(promise.number) : t("call.hidden");
  const matter = [promise.text, promise.topic, promise.essence].filter(Boolean).join(" — ");
  return (
    <li data-gone={gone || undefined} data-testid="morning-call" data-number={promise.number ?? ""}>
      <div className={css.who}>
        <Link to="/calls" search={{ call: promise.calls.at(-1) ?? promise.callId }} className={css.name}>
          {promise.contact ?? number}
        </Link>
        {promise.class && <Tag tone="calm">{className(promise.class)}</Tag>}
        {promise.kind && promise.kind !== "callBack" && <Tag tone="owed">{t(`promise.kinds.${promise.kind}`)}</Tag>}
        {matter && <p>{matter}</p>}
        <p className={css.meta}>
          <Due promise={promise} />
          <span>{t("promise.calls", { count: promise.calls.length })}</span>
          {promise.attempts > 0 && <span>{t("promise.attempts", { count: promise.attempts })}</span>}
          <span>{name(promise.owner) || t("promise.noOwner")}</span>
        </p>
      </div>
      {!gone && promise.number && (
        <div className={css.ring}>
          <CallBack promise={promise} small />
        </div>
      )}
    </li>
  );
}
