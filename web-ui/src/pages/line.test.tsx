import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type LineDetail, useLineDetail } from "../api/copper.ts";
import { CallOver } from "../parts/copper/CallOver.tsx";
import { Levels } from "../parts/copper/Levels.tsx";
import { Releases } from "../parts/copper/Releases.tsx";
import { Tested } from "../parts/copper/Tested.tsx";
import { Wires } from "../parts/copper/Wires.tsx";
import { RawSound } from "../parts/copper/RawSound.tsx";
import { Head } from "./LinePage.tsx";
import { board, box, show } from "../test/page.tsx";

const LINE = "/api/lines/fxo%3A1";
const copper = { volts: 48, milliamps: 0, idleVolts: null, lastSignOfLife: "2026-11-23T10:00:00+02:00", clearing: false, muteSince: null, releases: [] };
const line = { port: "fxo:1", kind: "fxo", state: "idle", learnt: [], releases: [], settings: null, night: null, test: null, meter: null, raw: null, copper } as unknown as LineDetail;
const around = (role: string) => ({
  "GET /api/me": { json: { name: "maria", role, person: null, language: "en" } },
  "GET /api/board": { json: board },
  "GET /api/people": { json: { items: [], next: null } },
});

function Parts() {
  const found = useLineDetail("fxo:1").data;
  return (
    found && (
      <>
        <Head line={found} />
        <Wires line={found} />
        <Levels line={found} />
        <Tested line={found} />
        <Releases line={found} />
        <RawSound line={found} />
        <CallOver line={found} />
      </>
    )
  );
}

test("both levels stand there in figures while the line is in use, and silence has a word", async () => {
  box({ ...around("head"), [`GET ${LINE}`]: { json: { ...line, meter: { heardDbm0: -14.5, sentDbm0: -99 } } } });
  show(Parts);
  expect(await screen.findByTestId("level-heard-figure")).toHaveTextContent("-14.5 dBm0");
  expect(screen.getByTestId("level-heard")).toHaveAttribute("data-level", "0.76");
  expect(screen.getByTestId("level-sent-figure")).toHaveTextContent("silence");
  expect(screen.getByTestId("level-sent")).toHaveAttribute("data-level", "0.00");
});

test("the port's impedance stands beside its echo loss, in the signs of the reader", async () => {
  const test = { at: copper.lastSignOfLife, state: "done", volts: 54, milliamps: 25, dialTone: null, stutter: false, digit: "2", noiseDbm0: -60, echoLossDb: [12, 18], hybrid: 1, remarks: [] };
  box({ ...around("head"), [`GET ${LINE}`]: { json: { ...line, test: { ...test, impedance: "270 ohm + (750 ohm || 150 nF)" } } } });
  show(Parts);
  expect(await screen.findByTestId("impedance")).toHaveTextContent("270 Ω + (750 Ω ‖ 150 nF)");
});

test("whoever holds the line, and a modem that carries sound one way only, are named at its head", async () => {
  box({ ...around("head"), [`GET ${LINE}`]: { json: { ...line, state: "inUse", oneWay: true, copper: { ...copper, held: true } } } });
  show(Parts);
  expect(await screen.findByTestId("line-state")).toHaveTextContent("held by somebody");
  expect(screen.getByTestId("line-one-way")).toHaveTextContent("announcements and messages only");
});

test("what the far end's going has shown stands there though nothing is learnt from it", async () => {
  const release = { id: "r1", at: copper.lastSignOfLife, callId: "c1", value: "loopBreak", amount: null, sound: true, bits: null };
  box({ ...around("installer"), [`GET ${LINE}`]: { json: { ...line, releases: [release] } } });
  show(Parts);
  expect(await screen.findByTestId("release")).toHaveTextContent("loop break");
  expect(await screen.findByTestId("release-tone")).toBeVisible();
});

test("the levels of a line at rest are none, not silence", async () => {
  box({ ...around("head"), [`GET ${LINE}`]: { json: line } });
  show(Parts);
  expect(await screen.findByTestId("level-heard-figure")).toHaveTextContent("–");
  expect(screen.getByTestId("levels")).toHaveTextContent("while the line is in use");
});

const take = { state: "waiting", askedAt: "2026-11-23T10:41:00+02:00", callId: null as string | null, seconds: 0 };
const recorder = (first: typeof take | null) => {
  let raw = first;
  return {
    ...around("installer"),
    [`GET ${LINE}`]: () => ({ json: { ...line, raw } }),
    [`POST ${LINE}/raw`]: () => ((raw = take), { status: 202, json: take }),
    [`DELETE ${LINE}/raw`]: () => ((raw = null), { status: 204 }),
  };
};

test("the next call is asked for with one click and given up with another", async () => {
  box(recorder(null));
  show(Parts);
  const user = userEvent.setup();
  await user.click(await screen.findByTestId("raw-start"));
  expect(await screen.findByTestId("raw-take")).toHaveAttribute("data-state", "waiting");
  expect(screen.queryByTestId("raw-audio")).toBeNull();
  expect(screen.queryByTestId("raw-start")).toBeNull();
  await user.click(screen.getByTestId("raw-cancel"));
  expect(await screen.findByTestId("raw-start")).toBeVisible();
});

test("a recorded call is heard and fetched, and deleted only after a question", async () => {
  const asked = box(recorder({ ...take, state: "done", callId: "c1", seconds: 65.2 }));
  show(Parts);
  const user = userEvent.setup();
  expect(await screen.findByTestId("raw-take")).toHaveAttribute("data-state", "done");
  expect(screen.getByTestId("raw-length")).toHaveTextContent("1:05");
  expect(screen.getByTestId("raw-audio")).toHaveAttribute("src", "/api/lines/fxo%3A1/raw.wav");
  expect(screen.getByTestId("raw-download")).toHaveAttribute("download", "fxo-1-c1.wav");
  await user.click(screen.getByTestId("raw-delete"));
  expect(asked.filter((a) => a.method === "DELETE")).toEqual([]);
  await user.click(await screen.findByTestId("sure"));
  expect(await screen.findByTestId("raw-start")).toBeVisible();
});

test("a call that is being recorded is not heard yet, and is dropped only after a question", async () => {
  box(recorder({ ...take, state: "running", callId: "c1", seconds: 4 }));
  show(Parts);
  expect(await screen.findByTestId("raw-length")).toHaveTextContent("0:04");
  expect(screen.queryByTestId("raw-audio")).toBeNull();
  expect(screen.queryByTestId("raw-cancel")).toBeNull();
  expect(screen.getByTestId("raw-delete")).toBeVisible();
});

test("a mobile is called over the line, and a refusal stands in words at the number", async () => {
  let refused = true;
  const asked = box({
    ...around("installer"),
    [`GET ${LINE}`]: { json: line },
    [`POST ${LINE}/call`]: () => (refused ? { status: 409, json: { error: "the line is not free", field: null } } : { status: 202, json: { callId: "c2" } }),
  });
  show(Parts);
  const user = userEvent.setup();
  const number = await screen.findByTestId("line-call-number");
  expect(screen.getByTestId("line-call-start")).toBeDisabled();
  await user.type(number, "067 111 22 33");
  await user.click(screen.getByTestId("line-call-start"));
  await waitFor(() => expect(number).toHaveAccessibleDescription("the line is not free"));
  refused = false;
  await user.click(screen.getByTestId("line-call-start"));
  const dialled = await screen.findByTestId("line-call-dialled");
  expect(dialled).toHaveTextContent("067 111 22 33");
  expect(dialled.querySelector("a")).toHaveAttribute("href", expect.stringContaining("call=c2"));
  expect(number).toBeValid();
  expect(asked.filter((a) => a.method === "POST").map((a) => a.body)).toEqual(Array(2).fill(JSON.stringify({ number: "067 111 22 33" })));
});

test("a modem has neither levels nor a test nor a recording, and nobody but installers records and calls", async () => {
  box({ ...around("installer"), [`GET ${LINE}`]: { json: { ...line, copper: null } } });
  show(Parts);
  expect(await screen.findByTestId("line-call")).toBeVisible();
  expect(screen.getByTestId("wires")).toHaveTextContent("A modem shows neither voltage nor current");
  expect(screen.queryByTestId("levels")).toBeNull();
  expect(screen.queryByTestId("line-test")).toBeNull();
  expect(screen.queryByTestId("raw")).toBeNull();
});

test.each(["staff", "head", "director", "quality"])("%s sees the levels and none of the installer's deeds", async (role) => {
  const asked = box({ ...around(role), [`GET ${LINE}`]: { json: line } });
  show(Parts);
  expect(await screen.findByTestId("levels")).toBeVisible();
  await waitFor(() => expect(asked.some((a) => a.path === "/api/me")).toBe(true));
  expect(screen.queryByTestId("raw")).toBeNull();
  expect(screen.queryByTestId("line-call")).toBeNull();
});
