import { expect, test } from "vitest";
import { NOUNS, resources } from "./all.ts";

const [uk, ru, en] = (["uk", "ru", "en"] as const).map((l) => resources[l].translation as object) as [object, object, object];

function flat(words: object, prefix = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
}
const base = (key: string) => key.replace(/_(one|few|many|other)$/, "");
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();

test.each([
  ["uk", uk],
  ["ru", ru],
])("%s says everything that English says, with the same holes to fill", (_, language) => {
  const english = new Map(flat(en).map(([key, text]) => [base(key), text]));
  const said = flat(language);
  expect(new Set(said.map(([key]) => base(key)))).toEqual(new Set(english.keys()));
  for (const [key, text] of said) expect([key, holes(text)]).toEqual([key, holes(english.get(base(key))!)]);
});

test("Ukrainian and Russian have no letters of the other and no forbidden words", () => {
  for (const [key, text] of flat(uk)) expect([key, text]).not.toEqual([key, expect.stringMatching(/[ыэъё]/i)]);
  for (const [key, text] of flat(ru)) expect([key, text]).not.toEqual([key, expect.stringMatching(/[іїєґ]/i)]);
  for (const [, text] of [...flat(uk), ...flat(ru)]) expect(text).not.toMatch(/Баланс|агент/i);
});

test("no noun takes the words of another", () => {
  const groups = NOUNS.flatMap((noun) => Object.keys(noun.en));
  expect(groups).toEqual([...new Set(groups)]);
});
