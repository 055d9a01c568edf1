import { Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { IconChevronDown, IconClockPause, IconPhoneOutgoing, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api, got, type Promised } from "../api/client.ts";
import { useMe, usePeople } from "../api/queries.ts";
import { phone, useMoments, useNames, useOfficeNow, useWord } from "../format.ts";
import css from "./PromiseCard.module.css";
import { Tag } from "./Section.tsx";
import { useAct } from "./useAct.ts";

interface Props {
  promise: Promised;
  onClose: () => void;
  onPostpone: () => void;
  onOpen: () => void;
}

export const owed = (promise: Promised) => promise.state === "open" || promise.state === "broken";

/** One caller who was promised a call: who, about what, by when, by whom. */
export function PromiseCard({ promise, onClose, onPostpone, onOpen }: Props) {
  const { t } = useTranslation();
  const name = useNames();
  const number = promise.number ? phone(promise.number) : t("call.hidden");
  return (
    <article className={css.card} data-state={promise.state} data-testid="promise" data-number={promise.number ?? ""}>
      <div className={css.main}>
        <div className={css.who}>
          <button type="button" className={css.name} onClick={onOpen} data-testid="promise-open">
            {promise.contact ?? number}
          </button>
          {promise.contact && <span className={css.number}>{number}</span>}
          {promise.class && <Tag tone="calm">{promise.class}</Tag>}
        </div>
        {(promise.topic || promise.essence) && (
          <p className={css.matter}>{[promise.topic, promise.essence].filter(Boolean).join(" — ")}</p>
        )}
        {promise.spokenAs && (
          <blockquote className={css.spoken} title={t("promise.spoken")}>
            {promise.spokenAs}
          </blockquote>
        )}
        <p className={css.meta}>
          <Due promise={promise} />
          <span>{t("promise.calls", { count: promise.calls.length })}</span>
          {promise.attempts > 0 && <span>{t("promise.attempts", { count: promise.attempts })}</span>}
          <span>
            {t("promise.owner")}: {name(promise.owner) || t("promise.noOwner")}
          </span>
        </p>
        {promise.reason && <p className={css.matter}>{promise.reason}</p>}
        {promise.messageId && (
          <audio
            controls
            preload="none"
            src={`/api/messages/${promise.messageId}/audio.wav`}
            aria-label={t("message.audio", { who: promise.contact ?? number })}
          />
        )}
      </div>
      {owed(promise) && (
        <div className={css.tools}>
          <CallBack promise={promise} />
          <Button variant="default" leftSection={<IconClockPause size={16} aria-hidden />} onClick={onPostpone} data-testid="promise-postpone">
            {t("promise.postpone")}
          </Button>
          <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={onClose} data-testid="promise-close">
            {t("promise.close")}
          </Button>
        </div>
      )}
    </article>
  );
}

function Due({ promise }: { promise: Promised }) {
  const { t } = useTranslation();
  const word = useWord();
  const name = useNames();
  const now = useOfficeNow(15_000);
  const moments = useMoments();
  if (!owed(promise)) {
    const how = [promise.how && word("how", promise.how), promise.late && t("promise.late"), promise.closedBy && name(promise.closedBy)];
    return (
      <Tag tone={promise.state === "kept" ? "talk" : "calm"} testId="promise-due">
        {[t(`promise.${promise.state}`), ...how].filter(Boolean).join(" · ")}
      </Tag>
    );
  }
  const near = (at: string) => moments.near(at, now);
  if (promise.state === "broken") {
    return (
      <Tag tone="late" testId="promise-due">
        {t("promise.overdue", { time: near(promise.overdueAt) })}
      </Tag>
    );
  }
  const begun = Date.parse(promise.dueAt) <= now.getTime();
  return (
    <Tag tone={begun ? "ring" : "owed"} testId="promise-due">
      {begun ? t("promise.dueNow", { time: near(promise.overdueAt) }) : t("promise.due", { time: near(promise.dueAt) })}
    </Tag>
  );
}

/** Rings a telephone of the office, then the number: the owner's, else the chosen person's. */
function CallBack({ promise }: { promise: Promised }) {
  const { t } = useTranslation();
  const name = useNames();
  const { data: me } = useMe();
  const { data: people } = usePeople();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const from = me?.person ?? promise.owner;
  const ring = async (extension: string) => {
    const worked = await act(async () => {
      await got(api.POST("/api/promises/{id}/call", { params: { path: { id: promise.id } }, body: { from: extension } }));
      await queries.invalidateQueries({ queryKey: ["promises"] });
    });
    if (worked) {
      notifications.show({
        color: "green",
        message: t("promise.calling", { who: name(extension) }),
        closeButtonProps: { "aria-label": t("nav.close") },
      });
    }
  };
  if (!promise.number) return <p className={css.noNumber}>{t("promise.noNumber")}</p>;
  return (
    <Button.Group className={css.call}>
      {from && (
        <Button
          fullWidth
          leftSection={<IconPhoneOutgoing size={17} aria-hidden />}
          loading={busy}
          onClick={() => void ring(from)}
          data-testid="promise-call"
        >
          {t("promise.call")}
        </Button>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button px={from ? 9 : undefined} aria-label={t("promise.callFrom")} data-testid="promise-call-from">
            {from ? <IconChevronDown size={17} aria-hidden /> : t("promise.call")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("promise.callFrom")}</Menu.Label>
          {(people ?? []).map((p) => (
            <Menu.Item key={p.extension} onClick={() => void ring(p.extension)} data-testid={`call-from-${p.extension}`}>
              {p.name} · {p.extension}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}
