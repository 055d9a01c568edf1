import { expect, test } from "vitest";
import { scriptNames } from "./scripts.ts";

test("the scripts of an office file are named, and nothing else of it", () => {
  const file = "classes:\n- {name: client}\nscripts:\n  front:\n    greeting: Вітаємо\n    stages:\n    - {ring: head}\n  'нічні дзвінки': {otherwise: message}\nafterHours:\n  greeting: x\n";
  expect(scriptNames(file)).toEqual(["front", "нічні дзвінки"]);
  expect(scriptNames("office:\n  name: A\n")).toEqual([]);
});
