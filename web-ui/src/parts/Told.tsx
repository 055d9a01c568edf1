import { IconPhoneCall } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { phone } from "../format.ts";
import { useSaid } from "../i18n/said.ts";
import css from "./parts.module.css";

/** Calls are named by ids of 28 figures, which say nothing to anybody. */
const CALL = /\b([0-9a-f]{28})\b/;

/** What the box tells, in the page's language, numbers as people write them; a call that it names is a way to that call. */
export function Told({ text }: { text: string }) {
  const { t } = useTranslation();
  const said = useSaid();
  const pieces = said(text).split(CALL);
  return pieces.map((piece, i) =>
    i % 2 === 0 ? (
      <Fragment key={i}>{piece.replace(/\+\d{9,15}\b/g, phone)}</Fragment>
    ) : (
      <Link key={i} to="/calls" search={{ call: piece }} className={css.toCall} aria-label={t("message.toCall")} title={t("message.toCall")}>
        <IconPhoneCall size={15} aria-hidden />
      </Link>
    ),
  );
}
