import { ActionIcon, Button, Group, Modal, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconAlertCircle, IconArrowForwardUp, IconRecordMail, IconTrash } from "@tabler/icons-react";
import { memo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Message } from "../api/client.ts";
import { usePages } from "../api/pages.ts";
import { clockLength, phone, useMoments, useNames, useOfficeDay } from "../format.ts";
import { ForwardMessage } from "../parts/message/ForwardMessage.tsx";
import { Newer, Older } from "../parts/More.tsx";
import { PageHead, Tag } from "../parts/Section.tsx";
import { Empty, Loaded } from "../parts/States.tsx";
import { useAct } from "../parts/useAct.ts";
import { useDeed } from "../parts/useDeed.ts";
import css from "./MessagesPage.module.css";

export function MessagesPage() {
  const { t } = useTranslation();
  const [doomed, setDoomed] = useState<Message | null>(null);
  const messages = usePages(["messages"], (after) => got(api.GET("/api/messages", { params: { query: { limit: 25, after } } })));
  const first = useFirstSeen();
  return (
    <>
      <PageHead title={t("message.title")} lead={t("message.lead")} />
      <Newer of={messages} />
      <Loaded of={messages}>
        {(data) => {
          const all = data.pages.flatMap((page) => page.items).toSorted((a, b) => Number(first(b)) - Number(first(a)));
          if (all.length === 0) {
            return (
              <Empty
                icon={<IconRecordMail size={34} stroke={1.3} aria-hidden />}
                title={t("message.none")}
                hint={t("message.noneHint")}
              />
            );
          }
          return (
            <ul className={css.list}>
              {all.map((message) => (
                <One key={message.id} message={message} onDelete={setDoomed} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <Older of={messages} />
      <Delete message={doomed} onDone={() => setDoomed(null)} />
    </>
  );
}

/** Urgent and not heard yet: before all others, whenever it came. It stays there until the page is opened again: a sound whose row moves falls silent. */
function useFirstSeen() {
  const seen = useRef(new Map<string, boolean>());
  return ({ id, urgent, heard }: Message): boolean => {
    if (!seen.current.has(id)) seen.current.set(id, urgent && !heard);
    return seen.current.get(id)!;
  };
}

const One = memo(function One({ message, onDelete }: { message: Message; onDelete: (message: Message) => void }) {
  const { t } = useTranslation();
  const name = useNames();
  const moments = useMoments();
  const now = useOfficeDay();
  const queries = useQueryClient();
  const { deed, busy } = useDeed("messages");
  const [forwarding, setForwarding] = useState(false);
  const number = message.callerNumber ? phone(message.callerNumber) : t("call.hidden");
  const who = message.callerName ?? number;
  const heard = () => {
    if (message.heard) return;
    const params = { path: { id: message.id } };
    // Not worth a note if it fails: the message then stays marked as new.
    void got(api.PATCH("/api/messages/{id}", { params, body: { heard: true } })).then(
      () => queries.invalidateQueries({ queryKey: ["messages"] }),
      () => undefined,
    );
  };
  const urge = () =>
    void deed(() => got(api.PATCH("/api/messages/{id}", { params: { path: { id: message.id } }, body: { urgent: !message.urgent } })));
  return (
    <li className={css.message} data-new={!message.heard || undefined} data-testid="message">
      <div className={css.who}>
        <Link to="/calls" search={{ call: message.callId }} className={css.name}>
          {who}
        </Link>
        {message.callerName && <span className={css.number}>{number}</span>}
        {message.urgent && <Tag tone="late">{t("message.urgent")}</Tag>}
        {!message.heard && <Tag tone="owed">{t("message.new")}</Tag>}
      </div>
      <p className={css.meta}>
        <time dateTime={message.at}>{moments.near(message.at, now)}</time>
        <span>{clockLength(message.seconds)}</span>
        <span>{t("message.mailbox", { who: name(message.mailbox) })}</span>
        {message.keptUntil && <span>{t("message.kept", { time: moments.day(message.keptUntil) })}</span>}
        {message.forwardedBy && <span>{t("message.forwardedBy", { who: name(message.forwardedBy) })}</span>}
      </p>
      {message.note && <p className={css.note}>{message.note}</p>}
      <audio
        controls
        preload="none"
        src={`/api/messages/${message.id}/audio.wav`}
        aria-label={t("message.audio", { who })}
        onPlay={heard}
        data-testid="message-audio"
      />
      <div className={css.tools}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="xl"
          aria-label={`${t("message.forward")}: ${who}`}
          title={t("message.forward")}
          onClick={() => setForwarding(true)}
          data-testid="message-forward"
        >
          <IconArrowForwardUp size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color={message.urgent ? "red" : "gray"}
          size="xl"
          aria-pressed={message.urgent}
          aria-label={`${t("message.urgent")}: ${who}`}
          title={t("message.urgent")}
          loading={busy}
          onClick={urge}
          data-testid="message-urgent"
        >
          <IconAlertCircle size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="xl"
          aria-label={`${t("message.delete")}: ${who}`}
          onClick={() => onDelete(message)}
          data-testid="message-delete"
        >
          <IconTrash size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      </div>
      {forwarding && <ForwardMessage message={message} onDone={() => setForwarding(false)} />}
    </li>
  );
});

function Delete({ message, onDone }: { message: Message | null; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const remove = async () => {
    if (!message) return;
    const worked = await act(async () => {
      await got(api.DELETE("/api/messages/{id}", { params: { path: { id: message.id } } }));
      await queries.invalidateQueries({ queryKey: ["messages"] });
    });
    if (worked) onDone();
  };
  return (
    <Modal opened={message !== null} onClose={onDone} title={t("message.deleteTitle")} closeButtonProps={{ "aria-label": t("nav.close") }}>
      <Text mb="lg">{t("message.deleteLead")}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t("promise.cancel")}
        </Button>
        <Button color="red" loading={busy} onClick={() => void remove()} data-testid="message-delete-submit">
          {t("message.delete")}
        </Button>
      </Group>
    </Modal>
  );
}
