/** What a newcomer is asked for. */
export interface Beginning {
  name: string;
  country: string;
  language: "uk" | "ru" | "en";
  timeZone: string;
  opens: string;
  closes: string;
  /** One a line. */
  people: string;
  /** The first so many of them have an analog telephone at the box. */
  analog: number;
  /** Numbers of the lines, one a line, in the order of the sockets. */
  lines: string;
}

/** Countries whose tones and numbering the box knows best; others can be written into the file. */
export const COUNTRIES = ["UA", "RU", "BY", "KZ", "PL", "DE", "FR", "GB", "IT", "ES", "NL", "US", "CA", "BR", "IN", "CN", "AU", "JP"];

const GREETING = {
  uk: (name: string) => [`Вітаємо! Ви зателефонували: ${name}.`, "Вітаємо! Зараз неробочий час. Залиште, будь ласка, повідомлення, і ми передзвонимо."],
  ru: (name: string) => [`Здравствуйте! Вы позвонили: ${name}.`, "Здравствуйте! Сейчас нерабочее время. Оставьте, пожалуйста, сообщение, и мы перезвоним."],
  en: (name: string) => [`Welcome to ${name}.`, "Welcome. The office is closed now. Please leave a message and we will call you back."],
};
const TEAM = { uk: "офіс", ru: "офис", en: "office" };

const quoted = (text: string) => JSON.stringify(text);
const listed = (text: string) => text.split("\n").map((one) => one.trim()).filter(Boolean);

/** A whole office in the words of docs/office-file.md: everybody is rung together, then the first of them, then a message is taken. */
export function newOffice(of: Beginning, account: string, secret: () => string): string {
  const people = listed(of.people).map((name, i) => ({ extension: 201 + i, name, analog: i < of.analog ? `, "fxs:${i + 1}"` : "" }));
  const numbers = listed(of.lines).map((number) => number.replace(/[\s()-]/g, ""));
  const team = quoted(TEAM[of.language]);
  const [greeting, closed] = GREETING[of.language](of.name);
  return [
    `office: {name: ${quoted(of.name)}, country: ${of.country}, language: ${of.language}, timeZone: ${of.timeZone}}`,
    "accounts:",
    `- {name: ${quoted(account)}, role: installer}`,
    "hours:",
    `  week: {mon-fri: "${of.opens}-${of.closes}"}`,
    "  holidays: public",
    "people:",
    ...people.map((one) => `- {extension: ${one.extension}, name: ${quoted(one.name)}, phones: [sip${one.analog}], secret: ${quoted(secret())}}`),
    "teams:",
    `- {name: ${team}, members: [${people.map((one) => one.extension).join(", ")}], head: 201}`,
    ...(numbers.length > 0 ? ["lines:"] : []),
    ...numbers.map((number, i) => `- {port: "fxo:${i + 1}", number: ${quoted(number)}, script: front}`),
    "scripts:",
    "  front:",
    `    greeting: ${quoted(greeting!)}`,
    "    stages:",
    `    - {ring: ${quoted(`team ${TEAM[of.language]}`)}, for: 20s}`,
    "    - {ring: head, for: 15s}",
    "    otherwise: message",
    "afterHours:",
    `  greeting: ${quoted(closed!)}`,
    "",
  ].join("\n");
}

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** For a SIP telephone: nobody types it twice. */
export const newSecret = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (n) => LETTERS[n % LETTERS.length]).join("");
