import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { takeIn } from "./live.ts";

test("a call that moves is put in its place, and the lists that count it are fetched again", () => {
  const queries = new QueryClient();
  queries.setQueryData(["live"], [{ id: "b", outcome: "talking" }]);
  expect(takeIn(queries, "call", { id: "a", outcome: "ringing" })).toEqual(["calls", "balance", "statement", "trial"]);
  takeIn(queries, "call", { id: "a", outcome: "talking" });
  expect(queries.getQueryData(["live"])).toEqual([
    { id: "a", outcome: "talking" },
    { id: "b", outcome: "talking" },
  ]);
});

test("people and lines that were never fetched are left alone", () => {
  const queries = new QueryClient();
  takeIn(queries, "person", { extension: "201" });
  takeIn(queries, "line", { port: "fxo:1" });
  expect(queries.getQueryData(["people"])).toBeUndefined();
  expect(queries.getQueryData(["lines"])).toBeUndefined();
});

test("an override that is set or ended is shown at once", () => {
  const queries = new QueryClient();
  queries.setQueryData(["overrides"], [{ name: "lunch", active: false }]);
  takeIn(queries, "override", { name: "lunch", active: true });
  expect(queries.getQueryData(["overrides"])).toEqual([{ name: "lunch", active: true }]);
});

test("whom a colleague has called leaves the morning list at once", () => {
  const queries = new QueryClient();
  const items = [{ id: "a", state: "broken" }, { id: "b", state: "open" }];
  queries.setQueryData(["morning"], { toCall: { items, value: 2, due: 2, overdue: 1 } });
  takeIn(queries, "promise", { id: "a", state: "kept" });
  expect(queries.getQueryData(["morning"])).toEqual({ toCall: { items: [{ id: "b", state: "open" }], value: 1, due: 2, overdue: 0 } });
});

test("a board that hangs for weeks keeps only the calls of the last minutes", () => {
  const queries = new QueryClient();
  takeIn(queries, "call", { id: "a", startedAt: "2026-11-23T09:58:00+02:00", endedAt: "2026-11-23T10:00:00+02:00" });
  takeIn(queries, "call", { id: "b", startedAt: "2026-11-23T10:20:00+02:00", endedAt: null });
  expect((queries.getQueryData(["live"]) as { id: string }[]).map((c) => c.id)).toEqual(["b"]);
});

test("a healed alarm leaves the board", () => {
  const queries = new QueryClient();
  queries.setQueryData(["alarms"], [{ id: "x", healedAt: null }]);
  takeIn(queries, "alarm", { id: "x", healedAt: "2026-11-23T10:00:00+02:00" });
  expect(queries.getQueryData(["alarms"])).toEqual([]);
});

test("a kind of a newer box is nothing to worry about", () => {
  expect(takeIn(new QueryClient(), "unheard-of", {})).toEqual([]);
});
