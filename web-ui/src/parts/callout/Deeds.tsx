import { Button, Group, Menu, Modal, Rating, Textarea, TextInput } from "@mantine/core";
import { IconChevronDown, IconPhoneOutgoing } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CallOut, type CallOutResult, makeCallOut, noteCallOut } from "../../api/callouts.ts";
import { useBoard, useMe, usePeople } from "../../api/queries.ts";
import { phone, useNames, useOfficeNow } from "../../format.ts";
import { Form } from "../Form.tsx";
import { useDeed } from "../useDeed.ts";
import { useFocusBack } from "../useFocusBack.ts";
import { officeInstant, officeLocal } from "../zone.ts";
import css from "./CallOuts.module.css";

type Result = CallOutResult["result"];

/** One click rings one's own telephone, then the number; afterwards one says how it went. */
export function Deeds({ one }: { one: CallOut }) {
  const { t } = useTranslation();
  const name = useNames();
  const { data: me } = useMe();
  const { data: people } = usePeople();
  const { deed, busy } = useDeed("callouts");
  const [asking, setAsking] = useState<"later" | "rated" | null>(null);
  const from = me?.person ?? one.manager;
  const ring = (extension: string) => void deed(() => makeCallOut(one.id, extension), t("promise.calling", { who: name(extension) }));
  const note = (result: Result) => void deed(() => noteCallOut(one.id, { result }), t("callout.noted"));
  const results: Result[] = ["talked", "notReached", "later", "declined", ...(one.list === "asking" ? (["rated"] as const) : [])];
  return (
    <div className={css.deeds}>
      <Button.Group>
        {from && (
          <Button size="xs" leftSection={<IconPhoneOutgoing size={15} aria-hidden />} loading={busy} onClick={() => ring(from)} data-testid="callout-call">
            {t("promise.call")}
          </Button>
        )}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button size="xs" px={from ? 8 : undefined} aria-label={`${t(from ? "promise.callFrom" : "promise.call")} ${one.name ?? phone(one.number)}`}>
              {from ? <IconChevronDown size={16} aria-hidden /> : t("promise.call")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t("promise.callFrom")}</Menu.Label>
            {(people ?? []).map((p) => (
              <Menu.Item key={p.extension} onClick={() => ring(p.extension)}>
                {p.name} · {p.extension}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />} data-testid="callout-result">
            {t("callout.result")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {results.map((result) => (
            <Menu.Item key={result} onClick={() => (result === "later" || result === "rated" ? setAsking(result) : note(result))} data-testid={`callout-${result}`}>
              {t(`callout.results.${result}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asking && <Ask one={one} what={asking} onDone={() => setAsking(null)} />}
    </div>
  );
}

/** The moment of "later", or the mark that was given, with a note. */
function Ask({ one, what, onDone }: { one: CallOut; what: "later" | "rated"; onDone: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const { deed, busy } = useDeed("callouts", "promises");
  const { data: board } = useBoard();
  const now = useOfficeNow(60_000);
  const zone = board?.timeZone ?? "UTC";
  const [to, setTo] = useState(() => officeLocal(new Date(now.getTime() + 86_400_000), zone));
  const [mark, setMark] = useState(0);
  const [note, setNote] = useState("");
  const [fault, setFault] = useState<string>();
  const send = async () => {
    const moment = officeInstant(to, zone);
    if (what === "later" && (!moment || moment <= now)) return setFault(t("promise.badTime"));
    if (what === "rated" && mark === 0) return setFault(t("callout.markWanted"));
    const body: CallOutResult = {
      result: what,
      note: note.trim() || null,
      ...(what === "later" ? { to: moment!.toISOString() } : { rating: mark }),
    };
    if (await deed(() => noteCallOut(one.id, body), t("callout.noted"))) onDone();
  };
  return (
    <Modal opened onClose={onDone} title={t(`callout.results.${what}`)} closeButtonProps={{ "aria-label": t("nav.close") }}>
      <Form onSubmit={send}>
        {what === "later" ? (
          <TextInput type="datetime-local" label={t("promise.to")} value={to} error={fault} onChange={(e) => setTo(e.currentTarget.value)} />
        ) : (
          <div>
            <Rating size="xl" value={mark} onChange={setMark} aria-label={t("call.rating")} getSymbolLabel={(n) => `${n} / 5`} />
            {fault && <p className={css.fault}>{fault}</p>}
          </div>
        )}
        <Textarea label={t("promise.note")} value={note} onChange={(e) => setNote(e.currentTarget.value)} autosize minRows={2} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t("promise.cancel")}
          </Button>
          <Button type="submit" loading={busy}>
            {t("promise.done")}
          </Button>
        </Group>
      </Form>
    </Modal>
  );
}
