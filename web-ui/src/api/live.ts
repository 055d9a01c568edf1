import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Alarm, api, type Call, got, type Line, LOGGED_IN, type Override, type Person, type Promised } from "./client.ts";
import type { Morning } from "./morning.ts";

export type Link = "connecting" | "up" | "down";

/** What changed is put in place; lists that depend on it are fetched again, at most once in a while. */
export function takeIn(queries: QueryClient, kind: string, data: unknown): string[] {
  switch (kind) {
    case "call": {
      const call = data as Call;
      queries.setQueryData<Call>(["call", call.id], call);
      queries.setQueryData<Call[]>(["live"], (old) => fresh(placed(old ?? [], call, (c) => c.id), call));
      return ["calls", "balance", "statement", "trial"];
    }
    case "line":
      queries.setQueryData<Line[]>(["lines"], (old) => old && placed(old, data as Line, (l) => l.port));
      return ["simulator"];
    case "person":
      queries.setQueryData<Person[]>(["people"], (old) => old && placed(old, data as Person, (p) => p.extension));
      return [];
    case "alarm": {
      const alarm = data as Alarm;
      queries.setQueryData<Alarm[]>(["alarms"], (old) =>
        alarm.healedAt ? old?.filter((a) => a.id !== alarm.id) : old && placed(old, alarm, (a) => a.id),
      );
      return ["deaf", "tasks", "allAlarms"];
    }
    case "promise":
      queries.setQueryData<Morning>(["morning"], (old) => old && withPromise(old, data as Promised));
      return ["promises", "balance", "statement", "callouts"];
    case "message":
      return ["messages"];
    case "override":
      queries.setQueryData<Override[]>(["overrides"], (old) => old && placed(old, data as Override, (o) => o.name));
      return ["promises", "board"];
    case "office":
      return ["board", "people", "lines", "office", "simulator", "overrides", "whatif", "prompts"];
    default:
      return [];
  }
}

/** Of the calls that have ended the board shows the newest for a moment; a board that hangs for weeks must not gather them. */
const fresh = (calls: Call[], newest: Call): Call[] => {
  const now = Date.parse(newest.endedAt ?? newest.startedAt);
  return calls.filter((c) => !c.endedAt || now - Date.parse(c.endedAt) < 300_000);
};

/** The morning's list as it stands after a promise has changed, so that two people do not call the same client; what is new comes with the next minute. */
function withPromise(morning: Morning, promise: Promised): Morning {
  const { toCall } = morning;
  const before = toCall.items.find((p) => p.id === promise.id);
  if (!before) return morning;
  const late = (p: Promised) => Number(p.state === "broken");
  const owed = promise.state === "open" || promise.state === "broken";
  const items = owed ? placed(toCall.items, promise, (p) => p.id) : toCall.items.filter((p) => p !== before);
  const overdue = toCall.overdue - late(before) + (owed ? late(promise) : 0);
  return { ...morning, toCall: { ...toCall, items, value: toCall.value - (owed ? 0 : 1), overdue } };
}

/** The list with the item in its place, or in front if it is new. */
export function placed<T>(list: T[], item: T, key: (t: T) => string): T[] {
  const at = list.findIndex((t) => key(t) === key(item));
  return at < 0 ? [item, ...list] : list.map((t, i) => (i === at ? item : t));
}

const KINDS = ["call", "line", "person", "promise", "message", "alarm", "override", "office"];

/** Keeps the page's data true by the box's events, and says whether the box can be heard. */
export function useLive(): Link {
  const queries = useQueryClient();
  const [link, setLink] = useState<Link>("connecting");
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasDown = false;
    let attempts = 0;
    const stale = new Set<string>();
    const refetch = setInterval(() => {
      for (const key of stale) void queries.invalidateQueries({ queryKey: [key] });
      stale.clear();
    }, 400);
    const open = () => {
      source = new EventSource("/api/live");
      source.onopen = () => {
        setLink("up");
        attempts = 0;
        if (wasDown) void queries.invalidateQueries();
        wasDown = false;
      };
      source.onerror = () => {
        setLink("down");
        wasDown = true;
        if (source?.readyState !== EventSource.CLOSED) return;
        // The box refused: logged out (which sends to the login page), or not up yet.
        timer = setTimeout(
          () => {
            void got(api.GET("/api/me")).then(open, (e) => e?.status !== 401 && retry());
          },
          Math.min(1000 * 2 ** attempts++, 15_000),
        );
      };
      const retry = () => (timer = setTimeout(open, 2000));
      source.addEventListener("reload", () => void queries.invalidateQueries());
      for (const kind of KINDS) {
        source.addEventListener(kind, (event) => {
          for (const key of takeIn(queries, kind, JSON.parse((event as MessageEvent<string>).data))) stale.add(key);
        });
      }
    };
    // Whoever logs in again after the session has ended hears the box again at once.
    const again = () => {
      clearTimeout(timer);
      source?.close();
      open();
    };
    window.addEventListener(LOGGED_IN, again);
    open();
    return () => {
      window.removeEventListener(LOGGED_IN, again);
      clearInterval(refetch);
      clearTimeout(timer);
      source?.close();
    };
  }, [queries]);
  return link;
}
