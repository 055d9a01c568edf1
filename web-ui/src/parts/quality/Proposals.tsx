import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dismissProposal, keepProposal, type Proposal, tryProposal, undoProposal, useProposals } from "../../api/deviations.ts";
import { phone, useClassName, useMoments, useNames, useOfficeNow, useSpan } from "../../format.ts";
import { HEADS, useIs } from "../../shell/roles.ts";
import { CallsLink } from "../CallsLink.tsx";
import { Section, Tag, type Tone } from "../Section.tsx";
import { Loaded } from "../States.tsx";
import { useTarget } from "../target.ts";
import { useDeed } from "../useDeed.ts";
import css from "./Deviations.module.css";
import { Diff } from "./Diff.tsx";
import { TrialTable } from "./TrialTable.tsx";

const TONE: Record<Proposal["state"], Tone> = { open: "ring", trying: "owed", kept: "talk", undone: "calm", dismissed: "calm" };

/** Changes of the rules that would mend what repeats itself: tried with one click, kept or taken back by their figures. */
export function Proposals() {
  const { t } = useTranslation();
  const proposals = useProposals();
  return (
    <Loaded of={proposals}>
      {(all) =>
        all.length > 0 && (
          <Section title={t("proposal.title")} testId="proposals">
            <ul className={css.proposals}>
              {all.map((one) => (
                <One key={one.id} one={one} />
              ))}
            </ul>
          </Section>
        )
      }
    </Loaded>
  );
}

function One({ one }: { one: Proposal }) {
  const { t } = useTranslation();
  const name = useNames();
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  const span = useSpan();
  const className = useClassName();
  const target = useTarget();
  const words = Object.entries(one.args).map(([key, value]): [string, string] => [key, phone(span(value ?? ""))]);
  const args: Record<string, string> = { ...Object.fromEntries(words), person: name(one.args.person), class: className(one.args.class ?? ""), stage: target(one.args.stage ?? "") };
  // Two people may give rise to the same change: each stands with whom it is about.
  const about = one.subjectKind === "person" ? name(one.subject) : "";
  return (
    <li data-testid="proposal" data-state={one.state}>
      <p className={css.head}>
        <strong>{t(`proposal.change.${one.change}`, args)}</strong>
        <Tag tone={one.over ? "late" : TONE[one.state]}>{t(one.over ? "proposal.over" : `proposal.state.${one.state}`)}</Tag>
      </p>
      <p className={css.why}>
        {[t(`deviation.kind.${one.kind}`), about].filter(Boolean).join(", ")}
        {one.count !== null && (
          <>
            {": "}
            <CallsLink ids={one.calls}>{t("proposal.times", { count: one.count })}</CallsLink>
          </>
        )}
        {one.by && one.at && ` · ${name(one.by)}, ${moments.near(one.at, now)}`}
        {one.state === "trying" && !one.over && one.until && ` · ${t("proposal.until", { time: moments.day(one.until) })}`}
        {one.reason && ` · ${one.reason}`}
      </p>
      {one.before && one.after && <TrialTable before={one.before} after={one.after} />}
      <Diff lines={one.diff} />
      <Deeds one={one} />
    </li>
  );
}

function Deeds({ one }: { one: Proposal }) {
  const { t } = useTranslation();
  const heads = useIs(HEADS);
  const { deed, busy } = useDeed("proposals", "morning", "office", "board", "whatif");
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState("");
  if (!heads || (one.state !== "open" && one.state !== "trying")) return null;
  if (refusing) {
    return (
      <form
        className={css.refuse}
        onSubmit={(e) => {
          e.preventDefault();
          if (reason.trim()) void deed(() => dismissProposal(one.id, reason.trim()));
        }}
      >
        <TextInput label={t("proposal.reason")} required value={reason} onChange={(e) => setReason(e.currentTarget.value)} autoFocus />
        <Button type="submit" loading={busy}>
          {t("proposal.dismiss")}
        </Button>
        <Button variant="default" onClick={() => setRefusing(false)}>
          {t("promise.cancel")}
        </Button>
      </form>
    );
  }
  return (
    <Group gap={8} mt={10}>
      {one.state === "open" ? (
        <>
          <Button size="xs" loading={busy} onClick={() => void deed(() => tryProposal(one.id), t("proposal.tried"))} data-testid="proposal-try">
            {t("proposal.try")}
          </Button>
          <Button size="xs" variant="default" onClick={() => setRefusing(true)} data-testid="proposal-dismiss">
            {t("proposal.dismiss")}
          </Button>
        </>
      ) : (
        <>
          <Button size="xs" loading={busy} onClick={() => void deed(() => keepProposal(one.id))} data-testid="proposal-keep">
            {t("proposal.keep")}
          </Button>
          <Button size="xs" variant="default" loading={busy} onClick={() => void deed(() => undoProposal(one.id))} data-testid="proposal-undo">
            {t("proposal.undo")}
          </Button>
        </>
      )}
    </Group>
  );
}
