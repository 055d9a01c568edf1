import { access } from "./nouns/access.ts";
import { agreed } from "./nouns/agreed.ts";
import { balance } from "./nouns/balance.ts";
import { begin } from "./nouns/begin.ts";
import { call } from "./nouns/call.ts";
import { caller } from "./nouns/caller.ts";
import { callout } from "./nouns/callout.ts";
import { contact } from "./nouns/contact.ts";
import { copper } from "./nouns/copper.ts";
import { deviation } from "./nouns/deviation.ts";
import { field } from "./nouns/field.ts";
import { greeting } from "./nouns/greeting.ts";
import { lesson } from "./nouns/lesson.ts";
import { line } from "./nouns/line.ts";
import { lineCall } from "./nouns/lineCall.ts";
import { lineSettings } from "./nouns/lineSettings.ts";
import { lineTest } from "./nouns/lineTest.ts";
import { log } from "./nouns/log.ts";
import { message } from "./nouns/message.ts";
import { meter } from "./nouns/meter.ts";
import { morning } from "./nouns/morning.ts";
import { music } from "./nouns/music.ts";
import { now } from "./nouns/now.ts";
import { office } from "./nouns/office.ts";
import { override } from "./nouns/override.ts";
import { person } from "./nouns/person.ts";
import { prompt } from "./nouns/prompt.ts";
import { promise } from "./nouns/promise.ts";
import { quality } from "./nouns/quality.ts";
import { raw } from "./nouns/raw.ts";
import { scheme } from "./nouns/scheme.ts";
import { shell } from "./nouns/shell.ts";
import { task } from "./nouns/task.ts";
import { tone } from "./nouns/tone.ts";
import { topic } from "./nouns/topic.ts";
import { trial } from "./nouns/trial.ts";
import { whatif } from "./nouns/whatif.ts";

export const NOUNS = [
  shell, now, call, person, line, promise, message, balance, caller, office, contact, override, whatif, prompt,
  access, morning, quality, task, deviation, trial, callout, agreed, field, log, topic, greeting, music, copper, lesson, lineTest, lineSettings, tone, scheme, begin, meter, raw, lineCall,
];
const inLanguage = (language: "uk" | "ru" | "en") => Object.assign({}, ...NOUNS.map((noun) => noun[language]));

/** All that the page says, as i18next takes it. */
export const resources = {
  uk: { translation: inLanguage("uk") },
  ru: { translation: inLanguage("ru") },
  en: { translation: inLanguage("en") },
};
