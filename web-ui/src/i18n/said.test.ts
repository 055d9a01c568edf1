import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { javaTexts, textsOf } from "../test/javaTexts.ts";
import { said, TEXTS } from "./said.ts";

const JAVA = fileURLToPath(new URL("../../../src/main/java/ringdown", import.meta.url));
/** Whatever makes texts that the API gives: refusals, faults, events, notes, remarks. */
const SOURCES = [
  "web", "office", "schedule", "number/Extension.java", "number/EmergencyNumbers.java", "routing", "routing/year", "ledger", "quality", "switchboard",
  "contacts/addressbook", "simulator", "board/simulated", "clock", "audio/WavFormat.java", "audio/WavHeader.java", "prompts/CustomSounds.java",
  "prompts/Greetings.java", "BusyWatch.java", "DeafWatch.java", "PromiseWatch.java",
];

/** Never on the page: of the wire, for programmers, words of the office file, for the far end of a WebSocket. */
const NOT_FOR_THE_PAGE = [
  /; charset=|^attachment|^Bearer |^bytes |^default-src|^public, max-age|^text\/|retry:|event: |data: |: still here/,
  /^no (cause|outcome|result|state|kind|subject|prompt)\b|^nothing (that becomes|to confirm)|is open already|^no open call|does not end as/,
  /^a plan ends|^a board has|^line fxo:|^telephone fxs:|^(in order|longest idle|round robin|last spoken|level \[1-3\])$|^line \{\}: $/,
  /^port \{\} for the web page|^this is a WebSocket|^none of these|^ringdown|^WAVEfmt|^fmt $|^(weekend moves|easter julian) ?$/,
  /^(busy watch|promises due|opening, once the clock is set|the day opens|promises of \{\}|\{\} after \{\})$|^If you would rather/,
  /from the jar$|^uuuu|^d\.MM|^\\s\*|^(phone number|full name|display name|(first|given|middle|additional|last|family) name)$/,
  /^(organization( 1)? name|type of caller|caller type|contact type|say name|wrong number)$|^, else $/,
];
/** Put together in two places. */
const IN_TWO_PIECES: Record<string, string> = {
  "extension {} is {}": "extension {} is {} in {}",
  "extension {} begins {}, {}": "extension {} begins {}, {} in {}",
  "extension {} is begun by {}, {}": "extension {} is begun by {}, {} in {}",
};

function sample(text: string): string {
  const open = (IN_TWO_PIECES[text] ?? text).replace(/ $/, " {}").replace(/ not "$/, ' not "{}"').replace(/^ /, "{} ");
  return open.replaceAll("{}", "7");
}

const english = (text: string) => /[a-z]{3,} [a-z]{2,}/.test(text.replace(/[«(][^»)]*[»)]|text\/\w+|last spoken/g, ""));
const cyrillic = (text: string) => /\p{Script=Cyrillic}/u.test(text);

test("every text the box makes is said in Ukrainian and in Russian: see i18n/box", () => {
  const texts = SOURCES.flatMap((source) => javaTexts(join(JAVA, source))).filter(({ text }) => !NOT_FOR_THE_PAGE.some((one) => one.test(text)));
  expect(texts.length).toBeGreaterThan(250);
  const left = texts.filter(({ text }) => ["uk", "ru"].map((language) => said(sample(text), language)).some((words) => !cyrillic(words) || english(words)));
  expect(left.map(({ text, where }) => `${where.slice(JAVA.length + 1)}: ${text}`)).toEqual([]);
});

test("nothing but names stays English in them, and no letter is the other language's", () => {
  const holes = (text: string) => text.split("{}").length;
  const wrong = TEXTS.flatMap(([en, uk, ru]) => [
    ...[uk, ru].filter((text) => !cyrillic(text) || english(text) || holes(text) !== holes(en)),
    ...(/[ыэъё]/i.test(uk) ? [uk] : []),
    ...(/[іїєґ]/i.test(ru) ? [ru] : []),
  ]);
  expect(wrong).toEqual([]);
  expect(new Set(TEXTS.map(([en]) => en)).size).toBe(TEXTS.length);
});

test("the most telling text is found, and texts inside texts", () => {
  expect(said("there is no class spam", "uk")).toBe("типу звернення spam немає");
  expect(said('unknown key "naem", do you mean "name"?', "ru")).toBe("неизвестный ключ «naem», может быть, «name»?");
  expect(said("extension 102 is the police in UA", "uk")).toBe("внутрішній номер 102 — це поліція (UA)");
  expect(said("name is longer than 200 characters", "uk")).toBe("name довше за 200 знаків");
  expect(said("the WAV has 2 channels; mono, 16-bit, 8 kHz linear PCM is needed", "ru")).toContain("имеет каналов: 2; нужен моно");
  expect(said("Просить рахунок", "ru")).toBe("Просить рахунок");
  expect(said("there is no class spam", "en")).toBe("there is no class spam");
});

test("a text is found however the Java source puts it together", () => {
  const java = 'void f() { /* "not this one" */ run.event(key == null ? "no key pressed" : "key " + key + " pressed"); Logger.info("to the log {}", x);\n at.fault("%d s in place of %d s".formatted(a, b)); }';
  expect(textsOf(java)).toEqual(["no key pressed", "key {} pressed", "{} s in place of {} s"]);
});
