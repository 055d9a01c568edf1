import { useTranslation } from "react-i18next";
import type { NumberFigures } from "../../api/morning.ts";
import { clockLength, phone, useFigures, useMoments, useOfficeNow } from "../../format.ts";
import { CallsLink } from "../CallsLink.tsx";
import { Tag } from "../Section.tsx";
import { Empty } from "../States.tsx";
import css from "./quality.module.css";

/** What each number of the office is for and what it brought. */
export function NumberTable({ numbers }: { numbers: NumberFigures[] }) {
  const { t } = useTranslation();
  if (numbers.length === 0) return <Empty title={t("quality.noNumbers")} hint={t("quality.noNumbersHint")} />;
  return (
    <table className={css.numbers}>
      <thead>
        <tr>
          <th scope="col">{t("log.caller")}</th>
          <th scope="col">{t("quality.calls")}</th>
          <th scope="col">{t("now.lost")}</th>
          <th scope="col">{t("balance.allBusy")}</th>
        </tr>
      </thead>
      <tbody>
        {numbers.map((one, i) => (
          <Row key={one.number ?? i} one={one} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ one }: { one: NumberFigures }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const about = [one.purpose, one.via, one.printed.length > 0 && t("quality.printed", { where: one.printed.join(", ") })].filter(Boolean).join(" · ");
  return (
    <tr data-testid="number">
      <th scope="row">
        {one.number ? phone(one.number) : t("quality.unknownNumber")}
        {about && <small>{about}</small>}
        <Notes one={one} />
      </th>
      <td data-label={t("quality.calls")}>{one.calls === null ? "–" : <CallsLink ids={one.callIds}>{one.calls}</CallsLink>}</td>
      <td data-label={t("now.lost")} data-late={(one.lost ?? 0) > 0 || undefined}>
        {one.lost === null ? "–" : <CallsLink ids={one.lostIds}>{one.lost}</CallsLink>}
        {one.lost !== null && one.lost > 0 && one.lostShare !== null && <small>{figures.share(one.lostShare)}</small>}
      </td>
      <td data-label={t("balance.allBusy")} data-late={one.allBusySeconds > 0 || undefined}>
        {one.allBusySeconds > 0 ? clockLength(one.allBusySeconds) : "–"}
      </td>
    </tr>
  );
}

function Notes({ one }: { one: NumberFigures }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  const day = (date: string) => moments.day(`${date}T12:00:00Z`);
  return (
    <span className={css.notes}>
      {!one.inFile && <Tag tone="late">{t("quality.notInFile")}</Tag>}
      {one.withoutPurpose && one.inFile && <Tag tone="ring">{t("quality.withoutPurpose")}</Tag>}
      {one.retireDue && <Tag tone="late">{t("quality.retireDue", { day: one.retire ? day(one.retire) : "" })}</Tag>}
      {one.retire && !one.retireDue && <Tag tone="calm">{t("quality.retire", { day: day(one.retire) })}</Tag>}
      {one.countedWith && <Tag tone="calm">{t("quality.countedWith", { number: phone(one.countedWith) })}</Tag>}
      {one.neverRang && one.calls !== null && (
        <Tag tone="calm">{one.lastCall ? t("quality.lastCall", { time: moments.near(one.lastCall, now) }) : t("quality.neverRang")}</Tag>
      )}
    </span>
  );
}
