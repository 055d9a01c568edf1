/** A moment as the office's wall shows it, in the form of a datetime-local field: 2026-11-21T15:30. */
export function officeLocal(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "00";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/** The moment at which the office's wall shows this; in the hour that an autumn night has twice, the first. */
export function officeInstant(local: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return null;
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const offset = (at: number) => Date.parse(`${officeLocal(new Date(at), timeZone)}:00Z`) - at;
  // The offset before the change is tried first: it gives the earlier of two such hours.
  const early = asUtc - offset(asUtc - 86_400_000);
  if (officeLocal(new Date(early), timeZone) === local) return new Date(early);
  return new Date(asUtc - offset(asUtc));
}

/** The first moment of a date (2026-11-21, plus so many days) in the office's zone, as an instant. */
export function dayBegins(date: string, plusDays: number, timeZone: string): string | undefined {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return undefined;
  day.setUTCDate(day.getUTCDate() + plusDays);
  return officeInstant(`${day.toISOString().slice(0, 10)}T00:00`, timeZone)?.toISOString();
}

/** A date (2026-11-21) plus so many days, as a date. */
export function daysFrom(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
