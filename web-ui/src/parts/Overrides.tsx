import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Override } from "../api/client.ts";
import { beginOverride, endOverride, useOverrides } from "../api/overrides.ts";
import { useOverrideWords } from "../shell/OverrideBanner.tsx";
import css from "./Overrides.module.css";
import { Empty, Loaded } from "./States.tsx";
import { useDeed } from "./useDeed.ts";

/** One button for each override of the office file. */
export function Overrides() {
  const { t } = useTranslation();
  const overrides = useOverrides();
  return (
    <Loaded of={overrides}>
      {(all) =>
        all.length === 0 ? (
          <Empty title={t("override.none")} hint={t("override.noneHint")} />
        ) : (
          <ul className={css.overrides}>
            {all.map((one) => (
              <One key={one.name} one={one} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function One({ one }: { one: Override }) {
  const { t } = useTranslation();
  const words = useOverrideWords();
  const { deed, busy } = useDeed("overrides", "promises");
  const press = () => void deed(() => (one.active ? endOverride(one.name) : beginOverride(one.name)));
  return (
    <li data-active={one.active || undefined} data-testid={`override-${one.name}`}>
      <span>
        <strong>{one.name}</strong>
        <small>{one.active ? words.end(one) : words.planned(one)}</small>
      </span>
      <Button
        size="sm"
        variant={one.active ? "filled" : "default"}
        aria-pressed={one.active}
        aria-label={`${t(one.active ? "override.end" : "override.begin")}: ${one.name}`}
        loading={busy}
        onClick={press}
        data-testid={`override-press-${one.name}`}
      >
        {t(one.active ? "override.end" : "override.begin")}
      </Button>
    </li>
  );
}
