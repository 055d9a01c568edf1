import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useNames } from "../format.ts";
import { event } from "./box/event.ts";
import { file } from "./box/file.ts";
import { note } from "./box/note.ts";
import { refusal } from "./box/refusal.ts";
import { year } from "./box/year.ts";

/** All texts the box makes, as docs/decisions/0011-texts-of-the-box.md wants them. */
export const TEXTS = [...event, ...file, ...note, ...refusal, ...year];

type Language = "en" | "uk" | "ru";
/** A person by extension; whoever is none stays as written. */
type Naming = (who: string) => string;
interface Pattern {
  form: RegExp;
  /** Which holes hold people: extensions, several with commas. */
  people: boolean[];
  beginning: string;
  letters: number;
  en: string;
  uk: string;
  ru: string;
}

const HOLE = /\{(?:who)?\}/g;
const fixed = new Map(TEXTS.filter(([en]) => !en.match(HOLE)).map(([en, uk, ru]) => [en, { en, uk, ru }]));
/** The most telling first: "there is no class {}" before "there is no {}". */
const patterns: Pattern[] = TEXTS.filter(([en]) => en.match(HOLE))
  .map(([en, uk, ru]) => {
    const pieces = en.split(HOLE);
    const people = (en.match(HOLE) ?? []).map((hole) => hole === "{who}");
    const form = new RegExp(`^${pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("([\\s\\S]*?)")}$`);
    return { form, people, beginning: pieces[0] ?? "", letters: pieces.join("").length, en, uk, ru };
  })
  .sort((a, b) => b.letters - a.letters);

const inLanguage = (language: string): Language => (language === "uk" || language === "ru" ? language : "en");
const nobody: Naming = (who) => who;

function known(text: string, language: Language, name: Naming, depth = 0): string | null {
  const whole = fixed.get(text);
  if (whole) return whole[language];
  if (depth > 3) return null;
  for (const pattern of patterns) {
    const found = text.startsWith(pattern.beginning) && pattern.form.exec(text);
    if (found) {
      let hole = 0;
      return pattern[language].replaceAll(HOLE, () => {
        const inside = found[++hole] ?? "";
        if (pattern.people[hole - 1]) return inside.split(", ").map(name).join(", ");
        return known(inside, language, name, depth + 1) ?? inside;
      });
    }
  }
  return null;
}

/** A text of the box in the language of the page; what it does not know stays as it is, for people's own words come this way too. */
export function said(text: string, page: string, name = nobody): string {
  const language = inLanguage(page);
  const whole = known(text, language, name);
  if (whole !== null) return whole;
  // A field's name may stand before what is wrong with it: "name is longer than 200 characters".
  const [, field, rest] = /^(\w+) (.+)$/s.exec(text) ?? [];
  const wrong = field && rest ? known(rest, language, name) : null;
  return wrong === null ? text : `${field} ${wrong}`;
}

/** In the page's language, people by name. */
export function useSaid() {
  const { i18n } = useTranslation();
  const name = useNames();
  return useCallback((text: string) => said(text, i18n.language, name), [i18n.language, name]);
}
