import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBoard, usePeople } from "./api/queries.ts";

/** Seconds as 0:07, 12:05, 1:02:05. */
export function clockLength(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, "0");
  const [h, m] = [Math.floor(s / 3600), Math.floor(s / 60) % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`;
}

/** +380501112233 as +380 50 111 22 33; other countries in the office's own writing: unchanged. */
export function phone(number: string): string {
  const ua = /^\+380(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(number);
  if (ua) return `+380 ${ua.slice(1).join(" ")}`;
  const ru = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(number);
  return ru ? `+7 ${ru.slice(1).join(" ")}` : number;
}

const LOCALES: Record<string, string> = { uk: "uk-UA", ru: "ru-RU", en: "en-GB" };

/** Moments in the office's zone and the page's language. */
export function useMoments() {
  const { i18n } = useTranslation();
  const { data: board } = useBoard();
  const timeZone = board?.timeZone;
  const locale = LOCALES[i18n.language] ?? "en-GB";
  return useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone });
    const time = format({ hour: "2-digit", minute: "2-digit" });
    const exact = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
    const day = format({ weekday: "short", day: "numeric", month: "short" });
    const key = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    const dayKey = (at: Date) => key.format(at);
    return {
      time: (at: string | Date) => time.format(new Date(at)),
      exact: (at: string | Date) => exact.format(new Date(at)),
      day: (at: string | Date) => day.format(new Date(at)),
      /** The date in the office's zone as 2026-11-21. */
      dayKey,
      /** 16:30 today, else Mon 23 Nov, 09:00. */
      near: (at: string | Date, now: Date) => {
        const moment = new Date(at);
        const when = time.format(moment);
        return dayKey(moment) === dayKey(now) ? when : `${day.format(moment)}, ${when}`;
      },
    };
  }, [locale, timeZone]);
}

/** The office's wall clock, ticking. */
export function useOfficeNow(everyMs = 1000): Date {
  const { data: board } = useBoard();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return new Date(Date.now() + (board?.aheadMs ?? 0));
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
