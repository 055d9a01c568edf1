import { balance } from "./nouns/balance.ts";
import { call } from "./nouns/call.ts";
import { caller } from "./nouns/caller.ts";
import { contact } from "./nouns/contact.ts";
import { line } from "./nouns/line.ts";
import { message } from "./nouns/message.ts";
import { now } from "./nouns/now.ts";
import { office } from "./nouns/office.ts";
import { override } from "./nouns/override.ts";
import { person } from "./nouns/person.ts";
import { promise } from "./nouns/promise.ts";
import { shell } from "./nouns/shell.ts";

const NOUNS = [shell, now, call, person, line, promise, message, balance, caller, office, contact, override];
const inLanguage = (language: "uk" | "ru" | "en") => Object.assign({}, ...NOUNS.map((noun) => noun[language]));

/** All that the page says, as i18next takes it. */
export const resources = {
  uk: { translation: inLanguage("uk") },
  ru: { translation: inLanguage("ru") },
  en: { translation: inLanguage("en") },
};
