import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useBoard, usePeople } from "./api/queries.ts";

/** Seconds as 0:07, 12:05, 1:02:05. */
export function clockLength(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, "0");
  const [h, m] = [Math.floor(s / 3600), Math.floor(s / 60) % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`;
}

/** A space at which no line ends. */
const UNBROKEN = "\u00a0";

/** +380501112233 as +380 50 111 22 33, which no line break tears apart; other countries in the office's own writing: unchanged. */
export function phone(number: string): string {
  const ua = /^\+380(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(number);
  if (ua) return `+380${UNBROKEN}${ua.slice(1).join(UNBROKEN)}`;
  const ru = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(number);
  return ru ? `+7${UNBROKEN}${ru.slice(1).join(UNBROKEN)}` : number;
}

const LOCALES: Record<string, string> = { uk: "uk-UA", ru: "ru-RU", en: "en-GB" };

/** Moments in the office's zone and the page's language. */
export function useMoments() {
  const { i18n } = useTranslation();
  const { data: board } = useBoard();
  // By the hour, so that the formats are not made anew with every answer of the box.
  return momentsOf(LOCALES[i18n.language] ?? "en-GB", board?.timeZone, Math.round((board?.aheadMs ?? 0) / 3_600_000));
}

let made: { key: string; moments: ReturnType<typeof newMoments> } | undefined;

/** A format takes longer to make than a row to draw: every row of a list has the same ones. */
function momentsOf(locale: string, timeZone: string | undefined, aheadHours: number) {
  const key = `${locale} ${timeZone} ${aheadHours}`;
  if (made?.key !== key) made = { key, moments: newMoments(locale, timeZone, aheadHours * 3_600_000) };
  return made.moments;
}

function newMoments(locale: string, timeZone: string | undefined, aheadMs: number) {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const time = format({ hour: "2-digit", minute: "2-digit" });
  const exact = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const short = format({ weekday: "short", day: "numeric", month: "short" });
  const long = format({ day: "numeric", month: "short", year: "numeric" });
  const key = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const dayKey = (at: Date) => key.format(at);
  // Half a year away the year stands in place of the weekday: a call of 2024 must not look like one of last week.
  const far = (at: Date) => Math.abs(at.getTime() - Date.now() - aheadMs) > 183 * 86_400_000;
  const day = (at: string | Date) => (far(new Date(at)) ? long : short).format(new Date(at));
  return {
    time: (at: string | Date) => time.format(new Date(at)),
    exact: (at: string | Date) => exact.format(new Date(at)),
    day,
    /** The date in the office's zone as 2026-11-21. */
    dayKey,
    /** 16:30 today, else Mon 23 Nov, 09:00. */
    near: (at: string | Date, now: Date) => {
      const moment = new Date(at);
      const when = time.format(moment);
      return dayKey(moment) === dayKey(now) ? when : `${day(moment)}, ${when}`;
    },
  };
}

/** The office's wall clock, ticking. */
export function useOfficeNow(everyMs = 1000): Date {
  const { data: board } = useBoard();
  useSyncExternalStore(ticking(everyMs).hear, () => ticking(everyMs).count());
  return new Date(Date.now() + (board?.aheadMs ?? 0));
}

/** A moment of the office's day, which stays the same until midnight: for the rows of a list, which show the hour of today and the date of other days. */
export function useOfficeDay(): Date {
  const { data: board } = useBoard();
  const moments = useMoments();
  const ahead = board?.aheadMs ?? 0;
  const day = useSyncExternalStore(ticking(30_000).hear, () => moments.dayKey(new Date(Date.now() + ahead)));
  // Made anew with the day alone; whether it is the day's beginning or its end is the same.
  return useMemo(() => new Date(Date.now() + ahead), [day, ahead]);
}

const tickers = new Map<number, ReturnType<typeof newTicker>>();

/** One timer for all who look at the clock as often. */
function ticking(everyMs: number) {
  const ticker = tickers.get(everyMs) ?? newTicker(everyMs);
  tickers.set(everyMs, ticker);
  return ticker;
}

function newTicker(everyMs: number) {
  const heard = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let count = 0;
  return {
    count: () => count,
    hear: (tell: () => void) => {
      heard.add(tell);
      timer ??= setInterval(() => {
        count++;
        for (const one of heard) one();
      }, everyMs);
      return () => {
        heard.delete(tell);
        if (heard.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

/** An extension as the person's name; numbers of mobiles as numbers. */
export function useNames() {
  const { data: people } = usePeople();
  return useCallback(
    (extension: string | null | undefined) => {
      if (!extension) return "";
      return people?.find((p) => p.extension === extension)?.name ?? phone(extension);
    },
    [people],
  );
}

/** The word for something the box names, or the box's own word where the page knows none. */
export function useWord() {
  const { t } = useTranslation();
  return useCallback(
    (group: string, word: string) => t(`${group}.${word}`, { defaultValue: word }),
    [t],
  );
}

/** A class of the office file in the page's language where it is one that most offices have; the office's own words stay. */
export function useClassName() {
  const word = useWord();
  return useCallback((name: string) => word("classes", name), [word]);
}

/** The office's classes as a list to choose from, with one that the office has no more where it is still in use. */
export function useClassChoices(used?: string | null) {
  const { data: board } = useBoard();
  const named = useClassName();
  const all = new Set([...(board?.classes ?? []), ...(used ? [used] : [])]);
  return [...all].map((name) => ({ value: name, label: named(name) }));
}

/** Shares and means in the page's language: 87 %, 4,7. */
export function useFigures() {
  const { i18n } = useTranslation();
  const locale = LOCALES[i18n.language] ?? "en-GB";
  return useMemo(() => {
    const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
    const mean = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
    return { share: (n: number) => share.format(n), mean: (n: number) => mean.format(n) };
  }, [locale]);
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;
const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** A time as people say it: 5400 seconds, or 90m of the office file, is 1 hr 30 min; what is no time stays as it is. */
export function useSpan() {
  const { i18n } = useTranslation();
  const locale = LOCALES[i18n.language] ?? "en-GB";
  return useCallback(
    (time: number | string): string => {
      const [, count, unit] = typeof time === "string" ? (/^(\d+)([smhd])$/.exec(time) ?? []) : [];
      if (typeof time === "string" && !unit) return time;
      let left = typeof time === "number" ? Math.round(time) : Number(count) * (SECONDS[unit!] ?? 1);
      const said: string[] = [];
      for (const [name, length] of UNITS) {
        const whole = Math.floor(left / length);
        left -= whole * length;
        if (whole > 0) said.push(new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" }).format(whole));
      }
      return said.join(" ") || "0";
    },
    [locale],
  );
}
