import { expect, test } from "vitest";
import { textsOf } from "../test/javaTexts.ts";
import { said, TEXTS } from "./said.ts";

const JAVA = "../../../src/main/java/ringdown/";
/** Whatever makes texts that the API gives: refusals, faults, events, notes, remarks. */
const SOURCES = import.meta.glob<string>(
  [
    "../../../src/main/java/ringdown/{web,office,schedule,routing,routing/year,ledger,quality,switchboard,contacts/addressbook}/*.java",
    "../../../src/main/java/ringdown/recording/{TalkRecorder,RecordingShelf}.java",
    "../../../src/main/java/ringdown/{simulator,board/simulated,clock}/*.java",
    "../../../src/main/java/ringdown/{number/Extension,number/EmergencyNumbers,audio/WavFormat,audio/WavHeader}.java",
    "../../../src/main/java/ringdown/{prompts/CustomSounds,prompts/Greetings,prompts/HoldMusic,BusyWatch,DeafWatch,PromiseWatch,store/Store}.java",
  ],
  { query: "?raw", import: "default", eager: true },
);

/** Never on the page: of the wire, for programmers, words of the office file, for the far end of a WebSocket. */
const NOT_FOR_THE_PAGE = [
  /^(SELECT|INSERT|UPDATE|DELETE) |^sound deleted$/,
  /; charset=|^attachment|^Bearer |^bytes |^default-src|^public, max-age|^text\/|retry:|event: |data: |: still here/,
  /^no (cause|outcome|result|state|kind|subject|prompt)\b|^nothing (that becomes|to confirm)|is open already|^no open call|does not end as/,
  /^a plan ends|^a board has|^line fxo:|^telephone fxs:|^(in order|longest idle|round robin|last spoken|level \[1-3\])$|^line \{\}: $/,
  /^запису\(|^port \{\} for the web page|^this is a WebSocket|^none of these|^ringdown|^WAVEfmt|^fmt $|^(weekend moves|easter julian) ?$/,
  /^(busy watch|promises due|duty of call \{\}|help of \{\}|\{\} after \{\}s|\(team \.\+.*|opening, once the clock is set|the day opens|promises again|promises of \{\}|\{\} after \{\})$|^If you would rather/,
  /from the jar$|^uuuu|^d\.MM|^\\s\*|^(phone number|full name|display name|(first|given|middle|additional|last|family) name)$/,
  /^(organization( 1)? name|type of caller|caller type|contact type|say name|wrong number)$|^, else $/,
  /\bcalldate\b|\bcallernumber\b|^via line port|\bcallednumber\b|^class тип$|^d[./]M[./]uuuu|^(parallel telephone|fax watch)$|^( puts| joins the caller| parks|park) $|^a parking place is told$/,
];
/** Put together in two places, or one of many that a more general text says. */
const MORE_GENERAL: Record<string, string> = {
  "extension {} is {}": "extension {} is {} in {}",
  "extension {} begins {}, {}": "extension {} begins {}, {} in {}",
  "extension {} is begun by {}, {}": "extension {} is begun by {}, {} in {}",
  "the time is over before the greeting is (at least %.0f s): nobody is ever rung": "the time is over before the greeting is (at least {} s): nobody is ever rung",
  "from is missing": "{} is missing",
  "afterMs is missing": "{} is missing",
  "digits is missing": "{} is missing",
  "1 to 5 is wanted": "1 to {} is wanted",
  "one of uk, ru, en is wanted": "one of {} is wanted",
  "one of general, busy, noAnswer, away is wanted": "one of {} is wanted",
  "one of free, afterCall, break, away, doNotDisturb is wanted": "one of {} is wanted",
  "application/json is wanted, not {}": "{} is wanted, not {}",
};
const TABLE = new Set(TEXTS.map(([en]) => en.replaceAll("{who}", "{}")));
/** As it stands in the tables: what is put before or after it elsewhere is {} too. */
const whole = (text: string) => (MORE_GENERAL[text] ?? text).replace(/ $/, " {}").replace(/ not "$/, ' not "{}"').replace(/^ /, "{} ");

const english = (text: string) => /[a-z]{3,} [a-z]{2,}/.test(text.replace(/[«(][^»)]*[»)]|text\/\w+|last spoken/g, ""));
const cyrillic = (text: string) => /\p{Script=Cyrillic}/u.test(text);

test("every text the box makes is said in Ukrainian and in Russian: see i18n/box", () => {
  const texts = Object.entries(SOURCES)
    .flatMap(([where, java]) => textsOf(java).map((text) => ({ where, text })))
    .filter(({ text }) => !NOT_FOR_THE_PAGE.some((one) => one.test(text)));
  expect(texts.length).toBeGreaterThan(250);
  const left = texts.filter(({ text }) => !TABLE.has(whole(text)));
  expect(left.map(({ text, where }) => `${where.slice(JAVA.length)}: ${text}`)).toEqual([]);
});

test("nothing but names stays English in them, and no letter is the other language's", () => {
  const holes = (text: string) => (text.match(/\{(who)?\}/g) ?? []).join();
  const wrong = TEXTS.flatMap(([en, uk, ru]) => [
    ...[uk, ru].filter((text) => !cyrillic(text) || english(text) || holes(text) !== holes(en)),
    ...(/[ыэъё]/i.test(uk) ? [uk] : []),
    ...(/[іїєґ]/i.test(ru) ? [ru] : []),
  ]);
  expect(wrong).toEqual([]);
  expect(TABLE.size).toBe(TEXTS.length);
});

test("the most telling text is found, and texts inside texts", () => {
  expect(said("there is no class spam", "uk")).toBe("типу звернення spam немає");
  expect(said('unknown key "naem", do you mean "name"?', "ru")).toBe("неизвестный ключ «naem», может быть, «name»?");
  expect(said("extension 102 is the police in UA", "uk")).toBe("внутрішній номер 102 — це поліція (UA)");
  expect(said("name is longer than 200 characters", "uk")).toBe("name довше за 200 знаків");
  expect(said("the WAV has 2 channels; mono, 16-bit, 8 kHz linear PCM is needed", "ru")).toContain("имеет каналов: 2; нужен моно");
  expect(said("Просить рахунок", "ru")).toBe("Просить рахунок");
  expect(said("there is no class spam", "en")).toBe("there is no class spam");
  const name = (who: string) => (who === "202" ? "Іван Бондар" : who);
  expect(said("it rang 202, +380671110101 for 202 s", "uk", name)).toBe("викликали: Іван Бондар, +380671110101, 202 с");
  expect(said("star: back to 202", "en", name)).toBe("star: back to Іван Бондар");
});

test("a text is found however the Java source puts it together", () => {
  const java = 'void f() { /* "not this one" */ run.event(key == null ? "no key pressed" : "key " + key + " pressed"); Logger.info("to the log {}", x);\n at.fault("%d s in place of %d s".formatted(a, b)); }';
  expect(textsOf(java)).toEqual(["no key pressed", "key {} pressed", "{} s in place of {} s"]);
});
