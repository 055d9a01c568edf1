import { useTranslation } from "react-i18next";
import type { Call } from "../api/client.ts";
import { phone, useNames } from "../format.ts";

/** Who is on the other side of the office, in one line: the name if one is known, else the number. */
export function useCallerOf() {
  const { t } = useTranslation();
  const name = useNames();
  return (call: Call): { name: string; number: string } => {
    if (call.direction === "in") {
      const number = call.callerNumber ? phone(call.callerNumber) : "";
      const known = call.contact ?? call.callerName;
      return known ? { name: known, number } : { name: number || t("call.hidden"), number: "" };
    }
    const called = call.calledNumber ? name(call.calledNumber) : "";
    const to = call.contact ?? (called || t("call.unknown"));
    return { name: `${name(call.via)} → ${to}`, number: call.contact ? called : "" };
  };
}
