import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got, say, type SimulatedTelephone } from "../api/client.ts";
import { wav } from "../audio/pcm.ts";
import { testVoice } from "../audio/testVoice.ts";
import { phone, useNames } from "../format.ts";
import { Dot, Section } from "./Section.tsx";
import css from "./Telephones.module.css";
import { useAct } from "./useAct.ts";

/** The office's analog telephones: they ring, show the caller as they decoded it, and can be lifted here. */
export function Telephones({ telephones }: { telephones: SimulatedTelephone[] }) {
  const { t } = useTranslation();
  if (telephones.length === 0) return null;
  return (
    <Section title={t("caller.telephones")} testId="telephones">
      <p className={css.lead}>{t("caller.telephonesLead")}</p>
      <ul className={css.list}>
        {telephones.map((telephone) => (
          <One key={telephone.n} telephone={telephone} />
        ))}
      </ul>
    </Section>
  );
}

function One({ telephone }: { telephone: SimulatedTelephone }) {
  const { t } = useTranslation();
  const name = useNames();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const off = telephone.hook === "off";
  const hook = () =>
    act(async () => {
      const params = { path: { n: telephone.n } };
      await (off
        ? got(api.POST("/api/simulator/telephones/{n}/onHook", { params }))
        : got(api.POST("/api/simulator/telephones/{n}/offHook", { params })));
      await queries.invalidateQueries({ queryKey: ["simulator"] });
    });
  const shown = telephone.callerName ?? (telephone.callerNumber && phone(telephone.callerNumber));
  const state = telephone.ringing ? t("caller.rings") : t(off ? "caller.lifted" : "caller.quiet");
  return (
    <li className={css.telephone} data-testid={`telephone-${telephone.n}`} data-ringing={telephone.ringing || undefined}>
      <Dot tone={telephone.ringing ? "ring" : off ? "talk" : "calm"} />
      <span className={css.who}>
        <strong>{name(telephone.person) || t("caller.telephone", { n: telephone.n })}</strong>
        <small>
          {[`fxs:${telephone.n}`, state, telephone.ringing || off ? shown : null, telephone.messageWaiting && t("caller.waiting")]
            .filter(Boolean)
            .join(" · ")}
        </small>
      </span>
      {off && (
        <Button
          size="sm"
          variant="default"
          onClick={() => void act(() => say("telephones", telephone.n, wav(testVoice())))}
          data-testid={`telephone-${telephone.n}-say`}
        >
          {t("caller.speakIn")}
        </Button>
      )}
      <Button
        size="sm"
        variant={telephone.ringing ? "filled" : "default"}
        color={off ? "red" : undefined}
        loading={busy}
        onClick={() => void hook()}
        data-testid={`telephone-${telephone.n}-hook`}
      >
        {t(off ? "caller.putDown" : "caller.lift")}
      </Button>
    </li>
  );
}
