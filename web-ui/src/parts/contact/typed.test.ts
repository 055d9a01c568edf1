import { expect, test } from "vitest";
import { changeOf, typedOf } from "./typed.ts";

test("numbers are taken one a line, or with commas and semicolons, and empty fields are sent as null", () => {
  const typed = { ...typedOf(null), name: "  Лілія ", numbers: "050 111 22 33\n\n067 1, 068 2; 069 3", note: "  " };
  expect(changeOf(typed)).toEqual({
    name: "Лілія",
    spoken: null,
    numbers: ["050 111 22 33", "067 1", "068 2", "069 3"],
    class: null,
    manager: null,
    backups: [],
    greeting: null,
    language: null,
    company: null,
    sayName: true,
    note: null,
  });
});
