import { expect, test } from "vitest";
import { clockLength, phone } from "../format.ts";
import { dayBegins, officeInstant, officeLocal } from "./zone.ts";

const KYIV = "Europe/Kyiv";

test("the office's wall and the instant are two names of one moment, over both changes of the clock", () => {
  for (const local of ["2026-03-28T12:00", "2026-03-29T04:30", "2026-07-01T09:00", "2026-10-25T02:59", "2026-10-25T04:00", "2026-12-31T23:59"]) {
    expect(officeLocal(officeInstant(local, KYIV)!, KYIV)).toBe(local);
  }
});

test("an hour that comes twice is the first of the two", () => {
  expect(officeInstant("2026-10-25T03:30", KYIV)!.toISOString()).toBe("2026-10-25T00:30:00.000Z");
});

test("a day begins at the office's midnight, and the day of the change lasts an hour longer", () => {
  expect(dayBegins("2026-11-23", 0, KYIV)).toBe("2026-11-22T22:00:00.000Z");
  expect(dayBegins("2026-10-25", 0, KYIV)).toBe("2026-10-24T21:00:00.000Z");
  expect(dayBegins("2026-10-25", 1, KYIV)).toBe("2026-10-25T22:00:00.000Z");
  expect(dayBegins("not a day", 0, KYIV)).toBeUndefined();
  expect(officeInstant("", KYIV)).toBeNull();
});

test("lengths and numbers are written as people write them", () => {
  expect([0, 9.9, 75, 3725, -3].map(clockLength)).toEqual(["0:00", "0:09", "1:15", "1:02:05", "0:00"]);
  expect(phone("+380501112233")).toBe("+380 50 111 22 33".replaceAll(" ", "\u00a0"));
  expect(phone("+79161234567")).toBe("+7 916 123 45 67".replaceAll(" ", "\u00a0"));
  expect(phone("+4930123456")).toBe("+4930123456");
});
