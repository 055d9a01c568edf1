import { IconMoodSmile } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type CallOut, useCallOuts } from "../../api/callouts.ts";
import { phone, useClassName, useMoments, useNames, useOfficeDay } from "../../format.ts";
import { Newer, Older } from "../More.tsx";
import { Tag } from "../Section.tsx";
import { Empty, Loaded } from "../States.tsx";
import { useStill } from "../useStill.ts";
import css from "./CallOuts.module.css";
import { Deeds } from "./Deeds.tsx";

/** Whom to call who does not expect it: clients who have gone silent, and those to be asked for their opinion. */
export function CallOuts({ list }: { list: CallOut["list"] }) {
  const calls = useCallOuts(list);
  return (
    <>
      <Newer of={calls} />
      <Loaded of={calls}>{(data) => <List all={data.pages.flatMap((page) => page.items)} />}</Loaded>
      <Older of={calls} />
    </>
  );
}

function List({ all }: { all: CallOut[] }) {
  const { t } = useTranslation();
  const { rows, hands } = useStill(all, (one) => one.id);
  if (rows.length === 0) return <Empty icon={<IconMoodSmile size={34} stroke={1.3} aria-hidden />} title={t("callout.none")} hint={t("callout.noneHint")} />;
  return (
    <ul className={css.list} {...hands}>
      {rows.map(({ item, gone }) => (
        <One key={item.id} one={item} gone={gone} />
      ))}
    </ul>
  );
}

function One({ one, gone }: { one: CallOut; gone: boolean }) {
  const { t } = useTranslation();
  const className = useClassName();
  const moments = useMoments();
  const now = useOfficeDay();
  const name = useNames();
  return (
    <li data-gone={gone || undefined} data-testid="callout" data-number={one.number}>
      <div className={css.who}>
        <strong>
          {one.contactId ? (
            <Link to="/contacts" search={{ card: one.contactId }}>
              {one.name ?? phone(one.number)}
            </Link>
          ) : (
            (one.name ?? phone(one.number))
          )}
        </strong>
        {one.name && <a href={`tel:${one.number}`}>{phone(one.number)}</a>}
        {one.class && <Tag tone="calm">{className(one.class)}</Tag>}
        <p>
          {t(`callout.why.${one.why}`)}:{" "}
          <Link to="/calls" search={{ call: one.callId }}>
            {moments.near(one.at, now)}
          </Link>
          {one.manager && ` · ${name(one.manager)}`}
          {one.attempts > 0 && ` · ${t("promise.attempts", { count: one.attempts })}`}
          {one.notBefore && ` · ${t("promise.due", { time: moments.near(one.notBefore, now) })}`}
        </p>
      </div>
      {!gone && <Deeds one={one} />}
    </li>
  );
}
