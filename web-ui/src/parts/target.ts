import { useTranslation } from "react-i18next";
import { useNames, useWord } from "../format.ts";

/** The words of the office file for whom to ring, in the page's language; an extension is the person. */
export function useTarget() {
  const { t } = useTranslation();
  const word = useWord();
  const name = useNames();
  const one = (target: string): string => {
    const [, kind, which] = /^(team|script|park) (.+)$/.exec(target) ?? [];
    return kind ? t(`target.${kind}`, { name: which }) : name(word("target", target));
  };
  return (target: string): string => {
    const [, first, second] = /^(.+), else (.+)$/.exec(target) ?? [];
    return first && second ? t("target.orElse", { first: one(first), second: one(second) }) : one(target);
  };
}
