import { expect, test } from "vitest";
import { parse } from "yaml";
import { DEMO } from "./FirstSteps.tsx";
import { newOffice, newSecret } from "./newOffice.ts";

const [demo] = Object.values(import.meta.glob<string>("../../../../src/main/resources/ringdown/office/demo.yaml", { query: "?raw", import: "default", eager: true }));

test("the answers of a newcomer are an office file, whatever signs stand in them", () => {
  const of = { name: 'Кав\'ярня "Лілія": {нова}', country: "UA", language: "uk", timeZone: "Europe/Kyiv", opens: "08:30", closes: "19:00", people: "Олена Коваленко\n\n Іван: #1 ", analog: 1, lines: "+380 (44) 123-00-01\n" } as const;
  const file = parse(newOffice(of, "installer", newSecret));
  expect(file.office.name).toBe(of.name);
  expect(file.people).toMatchObject([
    { extension: 201, name: "Олена Коваленко", phones: ["sip", "fxs:1"], secret: expect.stringMatching(/^[a-z2-9]{12}$/) },
    { extension: 202, name: "Іван: #1", phones: ["sip"] },
  ]);
  expect(file.people[0].secret).not.toBe(file.people[1].secret);
  expect(file.lines).toEqual([{ port: "fxo:1", number: "+380441230001", script: "front" }]);
  expect(file.hours.week).toEqual({ "mon-fri": "08:30-19:00" });
  expect(file.scripts.front.stages[0].ring).toBe(`team ${file.teams[0].name}`);
});

test("the demo is known by what stands in it", () => {
  const file = parse(demo!);
  expect(file.office.name).toBe(DEMO.name);
  expect(file.classes.map((one: { name: string }) => one.name).join()).toBe(DEMO.classes);
  expect(file.lines.map((one: { number: string }) => one.number).join()).toBe(DEMO.numbers);
});
