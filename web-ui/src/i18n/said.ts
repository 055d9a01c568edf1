import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { event } from "./box/event.ts";
import { file } from "./box/file.ts";
import { note } from "./box/note.ts";
import { refusal } from "./box/refusal.ts";
import { year } from "./box/year.ts";

/** All texts the box makes, as docs/decisions/0011-texts-of-the-box.md wants them. */
export const TEXTS = [...event, ...file, ...note, ...refusal, ...year];

type Other = "uk" | "ru";
interface Pattern {
  form: RegExp;
  beginning: string;
  letters: number;
  uk: string;
  ru: string;
}

const fixed = new Map(TEXTS.filter(([en]) => !en.includes("{}")).map(([en, uk, ru]) => [en, { uk, ru }]));
/** The most telling first: "there is no class {}" before "there is no {}". */
const patterns: Pattern[] = TEXTS.filter(([en]) => en.includes("{}"))
  .map(([en, uk, ru]) => {
    const pieces = en.split("{}");
    const form = new RegExp(`^${pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("([\\s\\S]*?)")}$`);
    return { form, beginning: pieces[0] ?? "", letters: pieces.join("").length, uk, ru };
  })
  .sort((a, b) => b.letters - a.letters);

function known(text: string, language: Other, depth = 0): string | null {
  const whole = fixed.get(text);
  if (whole) return whole[language];
  if (depth > 3) return null;
  for (const pattern of patterns) {
    const found = text.startsWith(pattern.beginning) && pattern.form.exec(text);
    if (found) {
      let hole = 0;
      return pattern[language].replaceAll("{}", () => {
        const inside = found[++hole] ?? "";
        return known(inside, language, depth + 1) ?? inside;
      });
    }
  }
  return null;
}

/** A text of the box in the language of the page; what it does not know stays as it is, for people's own words come this way too. */
export function said(text: string, language: string): string {
  if (language !== "uk" && language !== "ru") return text;
  const whole = known(text, language);
  if (whole !== null) return whole;
  // A field's name may stand before what is wrong with it: "name is longer than 200 characters".
  const [, field, rest] = /^(\w+) (.+)$/s.exec(text) ?? [];
  const wrong = field && rest ? known(rest, language) : null;
  return wrong === null ? text : `${field} ${wrong}`;
}

export function useSaid() {
  const { i18n } = useTranslation();
  return useCallback((text: string) => said(text, i18n.language), [i18n.language]);
}
