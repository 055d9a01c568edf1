import { Button, SegmentedControl } from "@mantine/core";
import { IconSchool } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Learned as Statement } from "../../api/client.ts";
import { forgetLearned, useLearned } from "../../api/contacts.ts";
import { phone, useClassName, useMoments, useNames, useOfficeDay } from "../../format.ts";
import { Newer, Older } from "../More.tsx";
import { Tag } from "../Section.tsx";
import { Empty, Loaded } from "../States.tsx";
import { useDeed } from "../useDeed.ts";
import css from "./Learned.module.css";

/** What numbers have learned by the keys of the office, each statement taken back with one click. */
export function Learned() {
  const { t } = useTranslation();
  const [refused, setRefused] = useState(false);
  const learned = useLearned(refused);
  return (
    <>
      <SegmentedControl
        mb="md"
        value={refused ? "refused" : "all"}
        onChange={(value) => setRefused(value === "refused")}
        data={(["all", "refused"] as const).map((v) => ({ value: v, label: t(`contact.learned.${v}`) }))}
        aria-label={t("contact.tabs.learned")}
      />
      <Newer of={learned} />
      <Loaded of={learned}>
        {(data) => {
          const all = data.pages.flatMap((page) => page.items);
          if (all.length === 0) {
            const none = refused ? "noneRefused" : "none";
            return <Empty icon={<IconSchool size={34} stroke={1.3} aria-hidden />} title={t(`contact.learned.${none}`)} hint={t("contact.learned.noneHint")} />;
          }
          return (
            <ul className={css.list}>
              {all.map((one) => (
                <One key={one.id} one={one} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <Older of={learned} />
    </>
  );
}

function One({ one }: { one: Statement }) {
  const { t } = useTranslation();
  const className = useClassName();
  const name = useNames();
  const moments = useMoments();
  const now = useOfficeDay();
  const { deed, busy } = useDeed("learned", "contacts");
  return (
    <li data-testid="learned">
      <span className={css.who}>
        <strong>{one.contact ?? phone(one.number)}</strong>
        {one.contact && <small>{phone(one.number)}</small>}
      </span>
      <Tag tone={one.refused > 0 ? "late" : "calm"}>{className(one.class)}</Tag>
      <span className={css.by}>
        {[name(one.by) || one.byName, moments.near(one.at, now), one.refused > 0 && t("contact.learned.since", { count: one.refused })].filter(Boolean).join(" · ")}
      </span>
      <Button
        size="xs"
        variant="default"
        loading={busy}
        onClick={() => void deed(() => forgetLearned(one.id))}
        aria-label={`${t("contact.learned.undo")}: ${one.contact ?? phone(one.number)}`}
        data-testid="learned-undo"
      >
        {t("contact.learned.undo")}
      </Button>
    </li>
  );
}
