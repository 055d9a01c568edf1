import { expect, test } from "vitest";
import { within } from "./CallsLink.tsx";

test("an address carries as many calls as servers take, and none that is cut", () => {
  const ids = Array.from({ length: 900 }, (_, i) => `call-${i}`);
  const carried = within(ids);
  expect(carried.length).toBeLessThanOrEqual(5000);
  expect(carried.split(",")).toEqual(ids.slice(0, carried.split(",").length));
  expect(within(["a", "b"])).toBe("a,b");
});
