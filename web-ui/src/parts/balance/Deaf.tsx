import { useTranslation } from "react-i18next";
import type { Balance, DeafTime } from "../../api/client.ts";
import { clockLength, phone, useMoments, useOfficeNow, useWord } from "../../format.ts";
import { useSaid } from "../../i18n/said.ts";
import { Tag } from "../Section.tsx";
import { Empty } from "../States.tsx";
import css from "./balance.module.css";

/** When which line could not be heard, and what was seen of it. */
export function Deaf({ list, balance }: { list: DeafTime[]; balance: Balance | undefined }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  const word = useWord();
  const said = useSaid();
  if (list.length === 0) return <Empty title={t("balance.noDeaf")} />;
  return (
    <>
      <p className={css.how}>
        <Tag tone="late">
          {t("balance.deaf")}: {clockLength(balance?.deafSeconds ?? 0)}
        </Tag>
        <Tag tone="ring">
          {t("balance.allBusy")}: {clockLength(balance?.allBusySeconds ?? 0)}
        </Tag>
      </p>
      <ul className={css.deaf}>
        {list.map((d) => (
          <li key={`${d.via}${d.from}${d.cause}`}>
            <strong>{d.via}</strong>
            <span>{word("deaf", d.cause)}</span>
            <span className={css.span}>
              {moments.near(d.from, now)} – {d.to ? moments.near(d.to, now) : t("balance.lasts")}
            </span>
            <span>{clockLength((Date.parse(d.to ?? now.toISOString()) - Date.parse(d.from)) / 1000)}</span>
            <span className={css.seen}>{seen(d, said)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The box says in words which number's lines are busy: the number is enough beside the cause. */
function seen(one: DeafTime, said: (text: string) => string): string | null {
  const number = one.cause === "allBusy" && one.seen ? /\+\d{6,}/.exec(one.seen)?.[0] : undefined;
  return number ? phone(number) : one.seen && said(one.seen);
}
