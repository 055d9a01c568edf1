import { expect, test } from "vitest";
import { still } from "./useStill.ts";

const key = (s: { id: string }) => s.id;

test("while somebody is at a list nothing moves: what is new comes last, what has left keeps its place", () => {
  const shown = [{ id: "a" }, { id: "b" }, { id: "c" }];
  const now = [{ id: "d" }, { id: "c", late: true }, { id: "a" }];
  expect(still(shown, now, key)).toEqual([
    { item: { id: "a" }, gone: false },
    { item: { id: "b" }, gone: true },
    { item: { id: "c", late: true }, gone: false },
    { item: { id: "d" }, gone: false },
  ]);
});
