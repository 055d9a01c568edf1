import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconPhoneOutgoing } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Promised } from "../../api/client.ts";
import { useMe, usePeople } from "../../api/queries.ts";
import { phone, useNames } from "../../format.ts";
import { useDeed } from "../useDeed.ts";
import css from "./PromiseCard.module.css";

/** Rings a telephone of the office, then the number: one's own, else the owner's, else the chosen person's; and warns not to name the matter to a relative. */
export function CallBack({ promise, small = false }: { promise: Promised; small?: boolean }) {
  const { t } = useTranslation();
  const name = useNames();
  const { data: me } = useMe();
  const { data: people } = usePeople();
  const { deed, busy } = useDeed("promises");
  const from = me?.person ?? promise.owner;
  const [rung, setRung] = useState(false);
  const ring = async (extension: string) => {
    const call = () => got(api.POST("/api/promises/{id}/call", { params: { path: { id: promise.id } }, body: { from: extension } }));
    if (await deed(call, t("promise.calling", { who: name(extension) }))) setRung(true);
  };
  if (!promise.number) return <p className={css.noNumber}>{t("promise.noNumber")}</p>;
  const who = promise.contact ?? phone(promise.number);
  const size = small ? "xs" : "sm";
  return (
    <div className={css.call}>
      <Button.Group>
        {from && (
          <Button
            fullWidth
            size={size}
            leftSection={<IconPhoneOutgoing size={small ? 15 : 17} aria-hidden />}
            loading={busy}
            onClick={() => void ring(from)}
            aria-label={`${t("promise.call")}: ${who}`}
            data-testid="promise-call"
          >
            {t("promise.call")}
          </Button>
        )}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button size={size} px={from ? 9 : undefined} aria-label={`${t(from ? "promise.callFrom" : "promise.call")} ${who}`} data-testid="promise-call-from">
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
      {rung && (
        <p className={css.relative} role="status" data-testid="promise-relative">
          {t("promise.relative")}
        </p>
      )}
    </div>
  );
}
