import { Button } from "@mantine/core";
import { IconAlarm } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Override } from "../api/client.ts";
import { endOverride, useOverrides } from "../api/overrides.ts";
import { useMoments, useNames, useOfficeNow } from "../format.ts";
import { useDeed } from "../parts/useDeed.ts";
import css from "./OverrideBanner.module.css";

/** While an override is set it stands above every page, with its end and the button that ends it. */
export function OverrideBanner() {
  const { data } = useOverrides();
  const set = (data ?? []).filter((o) => o.active);
  return (
    <div className={css.banner} role="status" data-testid="override-banner" hidden={set.length === 0}>
      {set.map((one) => (
        <One key={one.name} one={one} />
      ))}
    </div>
  );
}

function One({ one }: { one: Override }) {
  const { t } = useTranslation();
  const { deed, busy } = useDeed("overrides", "promises");
  const words = useOverrideWords();
  return (
    <div className={css.one} data-late={one.tooLong || undefined}>
      <IconAlarm size={19} aria-hidden />
      <strong>{t("override.on", { name: one.name })}</strong>
      <span>{words.end(one)}</span>
      <span>{words.by(one)}</span>
      <Button
        size="xs"
        variant="white"
        color="dark"
        loading={busy}
        onClick={() => void deed(() => endOverride(one.name))}
        data-testid={`override-banner-end-${one.name}`}
      >
        {t("override.end")}
      </Button>
    </div>
  );
}

/** When an override ends and who set it, in words. */
export function useOverrideWords() {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  const name = useNames();
  return {
    end: (one: Override) => {
      if (one.tooLong) return t("override.tooLong");
      return one.endsAt ? t("override.until", { time: moments.near(one.endsAt, now) }) : t("override.released");
    },
    by: (one: Override) =>
      one.since ? t("override.since", { time: moments.near(one.since, now), who: (one.by && name(one.by)) || t("call.unknown") }) : "",
    planned: (one: Override) => (one.until === "released" ? t("override.released") : t("override.until", { time: one.until })),
  };
}
