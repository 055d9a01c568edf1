import { Link } from "@tanstack/react-router";
import { IconRoute2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Deviation, useDeviations } from "../../api/deviations.ts";
import { phone, useClassName, useMoments, useNames, useOfficeDay } from "../../format.ts";
import { useSaid } from "../../i18n/said.ts";
import { Newer, Older } from "../More.tsx";
import { Tag } from "../Section.tsx";
import { Empty, Loaded } from "../States.tsx";
import { Told } from "../Told.tsx";
import css from "./Deviations.module.css";
import { Proposals } from "./Proposals.tsx";

/** What left the agreed order, noted by the box itself; what repeats itself stands above as a proposal. */
export function Deviations() {
  const { t } = useTranslation();
  const deviations = useDeviations();
  return (
    <>
      <Proposals />
      <h2 className={css.title}>{t("deviation.title")}</h2>
      <Newer of={deviations} />
      <Loaded of={deviations}>
        {(data) => {
          const all = data.pages.flatMap((page) => page.items);
          if (all.length === 0) {
            return <Empty icon={<IconRoute2 size={34} stroke={1.3} aria-hidden />} title={t("deviation.none")} hint={t("deviation.noneHint")} />;
          }
          return (
            <ul className={css.list} data-testid="deviations">
              {all.map((one) => (
                <One key={one.id} one={one} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <Older of={deviations} />
    </>
  );
}

function One({ one }: { one: Deviation }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeDay();
  const name = useNames();
  const said = useSaid();
  const className = useClassName();
  const subject = one.subjectKind === "person" ? name(one.subject) : one.subjectKind === "class" ? className(one.subject) : said(one.subject);
  return (
    <li data-testid="deviation" data-kind={one.kind}>
      <time dateTime={one.at}>{moments.near(one.at, now)}</time>
      <span className={css.what}>
        <strong>{t(`deviation.kind.${one.kind}`)}</strong>
        <Tag tone="calm">{`${t(`deviation.subject.${one.subjectKind}`)}: ${subject}`}</Tag>
        {one.person && one.person !== one.subject && <span>{name(one.person) || phone(one.person)}</span>}
        {one.note && (
          <small>
            <Told text={className(one.note)} />
          </small>
        )}
      </span>
      {one.callId && (
        <Link to="/calls" search={{ call: one.callId }}>
          {t("message.toCall")}
        </Link>
      )}
    </li>
  );
}
