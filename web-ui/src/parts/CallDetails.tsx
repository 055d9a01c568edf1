import { Anchor, Button, Drawer, Select, TextInput, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Call, got } from "../api/client.ts";
import { useBoard, useCall, usePeople } from "../api/queries.ts";
import { clockLength, phone, useMoments, useNames, useOfficeNow, useWord } from "../format.ts";
import { CallerCard } from "./contact/CallerCard.tsx";
import css from "./CallDetails.module.css";
import { CallWay } from "./CallWay.tsx";
import { useCallerOf } from "./Caller.tsx";
import { Tag } from "./Section.tsx";
import { Loaded } from "./States.tsx";
import { OUTCOME_TONE } from "./tones.ts";
import { useAct } from "./useAct.ts";

/** Everything written down about one call; staff add what it was about. */
export function CallDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const call = useCall(id);
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      size="lg"
      title={t("call.details")}
      closeButtonProps={{ "aria-label": t("nav.close") }}
    >
      {id !== null && <Loaded of={call}>{(c) => <Details key={c.id} call={c} />}</Loaded>}
    </Drawer>
  );
}

function Details({ call }: { call: Call }) {
  const { t } = useTranslation();
  const who = useCallerOf()(call);
  return (
    <div className={css.details} data-testid="call-details">
      <div className={css.title}>
        <h2>{who.name}</h2>
        {who.number && <span>{who.number}</span>}
        <Tag tone={OUTCOME_TONE[call.outcome]}>{t(`outcome.${call.outcome}`)}</Tag>
      </div>
      <div className={css.card}>
        <CallerCard call={call} />
      </div>
      <Facts call={call} />
      {call.promiseId && (
        <p className={css.promise}>
          {t("call.promise")}{" "}
          <Anchor renderRoot={(props) => <Link to="/promises" {...props} />} underline="always">
            {t("call.toPromises")}
          </Anchor>
        </p>
      )}
      <h3>{t("call.stages")}</h3>
      <CallWay call={call} />
      <NotRung call={call} />
      <h3>{t("call.essence")}</h3>
      <About call={call} />
      <Events call={call} />
    </div>
  );
}

function Facts({ call }: { call: Call }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  const name = useNames();
  const facts: [string, string | null][] = [
    [t("call.at"), `${moments.near(call.startedAt, now)}`],
    [t("call.via"), call.via],
    [t("call.called"), call.calledNumber && phone(call.calledNumber)],
    [t("call.answeredBy"), name(call.answeredBy) || t("call.nobody")],
    [t("call.wait"), clockLength(call.waitSeconds)],
    [t("call.talk"), clockLength(call.talkSeconds)],
    [t("call.hold"), call.holdSeconds > 0 ? clockLength(call.holdSeconds) : null],
    [t("call.transfers"), call.transfers > 0 ? String(call.transfers) : null],
    [t("call.rating"), call.rating === null ? null : `${call.rating} / 5`],
  ];
  return (
    <dl className={css.facts}>
      {facts.map(
        ([term, value]) =>
          value && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function NotRung({ call }: { call: Call }) {
  const { t } = useTranslation();
  const word = useWord();
  const name = useNames();
  const left = call.stages.flatMap((stage) => Object.entries(stage.notRung));
  if (left.length === 0) return null;
  return (
    <p className={css.notRung}>
      {t("call.notRung")}: {left.map(([who, why]) => `${name(who)} (${word("cause", why)})`).join(", ")}
    </p>
  );
}

function About({ call }: { call: Call }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: board } = useBoard();
  const { data: people } = usePeople();
  const { act, busy } = useAct();
  const form = useForm({
    initialValues: { class: call.class, topic: call.topic ?? "", essence: call.essence ?? "", handedTo: call.handedTo },
  });
  const save = async (values: typeof form.values) => {
    const body = { ...values, topic: values.topic || null, essence: values.essence || null };
    const worked = await act(async () => {
      const now = await got(api.PATCH("/api/calls/{id}", { params: { path: { id: call.id } }, body }));
      queries.setQueryData(["call", call.id], now);
      await queries.invalidateQueries({ queryKey: ["calls"] });
    });
    if (worked) {
      form.resetDirty();
      notifications.show({ color: "green", message: t("call.saved"), closeButtonProps: { "aria-label": t("nav.close") } });
    }
  };
  return (
    <form className={css.about} onSubmit={form.onSubmit((values) => void save(values))}>
      <Select
        label={t("call.class")}
        placeholder={t("call.noClass")}
        data={[...new Set([...(board?.classes ?? []), ...(call.class ? [call.class] : [])])]}
        clearable
        clearButtonProps={{ "aria-label": t("call.noClass") }}
        data-testid="call-class"
        {...form.getInputProps("class")}
      />
      <Select
        label={t("call.handedTo")}
        placeholder={t("call.nobody")}
        data={(people ?? []).map((p) => ({ value: p.extension, label: `${p.name} · ${p.extension}` }))}
        clearable
        clearButtonProps={{ "aria-label": t("call.nobody") }}
        {...form.getInputProps("handedTo")}
      />
      <TextInput label={t("call.topic")} data-testid="call-topic" {...form.getInputProps("topic")} />
      <Textarea label={t("call.essence")} autosize minRows={2} data-testid="call-essence" {...form.getInputProps("essence")} />
      <Button type="submit" disabled={!form.isDirty()} loading={busy} data-testid="call-save">
        {t("call.save")}
      </Button>
    </form>
  );
}

function Events({ call }: { call: Call }) {
  const { t } = useTranslation();
  const moments = useMoments();
  if (call.events.length === 0) return null;
  return (
    <>
      <h3>{t("call.events")}</h3>
      <ol className={css.events}>
        {call.events.map((event, i) => (
          <li key={i}>
            <time dateTime={event.at}>{moments.exact(event.at)}</time>
            <span>{event.what}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
