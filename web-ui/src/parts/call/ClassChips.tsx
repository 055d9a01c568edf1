import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type Call, got } from "../../api/client.ts";
import { useClassChoices } from "../../format.ts";
import { useDeed } from "../useDeed.ts";
import css from "./ClassChips.module.css";

/** What kind of caller this is, said with one click; the same click again takes it back. */
export function ClassChips({ call }: { call: Call }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const classes = useClassChoices(call.class);
  const { deed, busy } = useDeed("calls", "trial", "promises", "morning", "learned");
  if (call.direction === "internal" || classes.length === 0) return null;
  const say = (name: string) =>
    void deed(async () => {
      const body = { class: name === call.class ? null : name };
      queries.setQueryData(["call", call.id], await got(api.PATCH("/api/calls/{id}", { params: { path: { id: call.id } }, body })));
    });
  return (
    <div className={css.chips} role="group" aria-label={t("call.class")} data-testid="class-chips">
      {classes.map(({ value, label }) => (
        <button key={value} type="button" aria-pressed={value === call.class} disabled={busy} onClick={() => say(value)} data-testid={`class-${value}`}>
          {label}
        </button>
      ))}
    </div>
  );
}
