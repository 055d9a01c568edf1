import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconPhoneOutgoing } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client.ts";
import { callOver, type LineDetail } from "../../api/copper.ts";
import { phone } from "../../format.ts";
import { useSaid } from "../../i18n/said.ts";
import { useIs } from "../../shell/roles.ts";
import { Section } from "../Section.tsx";
import { useDeed } from "../useDeed.ts";
import css from "./copper.module.css";

/** Calls a mobile over just this line; a refusal of the box stands at the field. */
export function CallOver({ line }: { line: LineDetail }) {
  const { t } = useTranslation();
  const said = useSaid();
  const installer = useIs(["installer"]);
  const { deed, busy } = useDeed("lineDetail");
  const [number, setNumber] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const [dialled, setDialled] = useState<{ number: string; callId: string } | null>(null);
  if (!installer || line.kind !== "fxo") return null;
  const call = (e: FormEvent) => {
    e.preventDefault();
    setRefused(null);
    setDialled(null);
    void deed(async () => {
      try {
        const { callId } = await callOver(line.port, number.trim());
        setDialled({ number: number.trim(), callId });
      } catch (failure) {
        if (!(failure instanceof ApiError) || ![400, 404, 409].includes(failure.status)) throw failure;
        setRefused(said(failure.message));
      }
    });
  };
  return (
    <Section title={t("lineCall.title")} testId="line-call">
      <p className={css.dim}>{t("lineCall.lead")}</p>
      <form noValidate onSubmit={call} className={css.call}>
        <TextInput type="tel" autoComplete="tel" label={t("lineCall.number")} value={number} onChange={(e) => setNumber(e.currentTarget.value)} error={refused} data-testid="line-call-number" />
        <Button type="submit" loading={busy} disabled={number.trim() === ""} leftSection={<IconPhoneOutgoing size={16} aria-hidden />} data-testid="line-call-start">
          {t("lineCall.start")}
        </Button>
      </form>
      {dialled && (
        <p className={css.stand} role="status" data-testid="line-call-dialled">
          {t("lineCall.dialled", { number: phone(dialled.number) })}
          <Link to="/calls" search={{ call: dialled.callId }}>
            {t("lineCall.inLog")}
          </Link>
        </p>
      )}
      <p className={css.dim}>{t("lineCall.hint")}</p>
    </Section>
  );
}
