import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import type { Call, Stage } from "../api/client.ts";
import { AboutCall } from "../parts/call/AboutCall.tsx";
import { CallCard } from "../parts/CallCard.tsx";
import { ClassChips } from "../parts/call/ClassChips.tsx";
import { ContactForm } from "../parts/contact/ContactForm.tsx";
import { Duplicates } from "../parts/contact/Duplicates.tsx";
import { Tasks } from "../parts/balance/Tasks.tsx";
import { PromiseCard } from "../parts/promise/PromiseCard.tsx";
import { History } from "../parts/promise/History.tsx";
import { Told } from "../parts/Told.tsx";
import { SessionOver } from "../shell/SessionOver.tsx";
import { seenBy } from "../shell/places.ts";
import { board, box, show } from "../test/page.tsx";
import { ContactsPage } from "./ContactsPage.tsx";
import { LogPage } from "./LogPage.tsx";
import { OfficePage } from "./OfficePage.tsx";

const items = (list: unknown[]) => ({ json: { items: list, next: null } });
const me = (role: string) => ({ name: "maria", role, person: "203", language: "en" });
const around = (role: string) => ({
  "GET /api/me": { json: me(role) },
  "GET /api/board": { json: { ...board, classes: ["client", "prospect"] } },
  "GET /api/people": items([{ extension: "201", name: "Олена Коваленко", state: "free", registered: true, teams: [], callId: null }]),
});
const call = {
  id: "c1",
  startedAt: "2026-11-23T10:00:00+02:00",
  direction: "in",
  via: "fxo:1",
  callerNumber: "+380671239988",
  contactId: null,
  class: null,
  topic: null,
  essence: "болить зуб",
  handedTo: null,
  outcome: "talked",
} as Call;

test("a caller who is parked stands there with the place, and in the way afterwards", async () => {
  box(around("head"));
  const parked = { ...call, outcome: "ringing", parkedIn: 3, stages: [], events: [], thirdCall: false, waitSeconds: 1, talkSeconds: 5 } as unknown as Call;
  const taken: Stage = { rang: [], seconds: 31, result: "answered", target: "park 3", notRung: {} };
  show(() => (
    <>
      <CallCard call={parked} />
      <CallCard call={{ ...parked, outcome: "talked", parkedIn: null, stages: [taken] }} />
    </>
  ));
  const [now, then] = await screen.findAllByTestId("live-call");
  expect(within(now!).getByTestId("live-outcome")).toHaveTextContent("parked in 3");
  expect(within(now!).getByTestId("call-way")).toHaveTextContent("parking place 3");
  expect(within(then!).getByTestId("live-outcome")).toHaveTextContent("talked");
  expect(within(then!).getByTestId("call-way")).toHaveTextContent("parking place 3");
});

test("a login that ends in the middle of a form is asked for again over it, and nothing typed is lost", async () => {
  let inside = false;
  const asked = box({
    ...around("head"),
    "POST /api/contacts": () => (inside ? { json: { id: "k1", name: "Лілія" } } : { status: 401, json: { error: "log in first", field: null } }),
    "POST /api/login": () => ((inside = true), { json: me("head") }),
  });
  show(() => (
    <>
      <ContactForm contact={null} onSaved={() => undefined} onCancel={() => undefined} />
      <SessionOver />
    </>
  ));
  const user = userEvent.setup();
  await user.type(await screen.findByTestId("contact-name"), "Лілія");
  await user.click(screen.getByTestId("contact-save"));
  const question = await screen.findByTestId("session-over");
  expect(within(question).getByTestId("login-name")).toHaveValue("maria");
  await user.type(within(question).getByTestId("login-password"), "secret-1");
  await user.click(within(question).getByTestId("login-submit"));
  await waitFor(() => expect(screen.queryByTestId("session-over")).toBeNull());
  expect(screen.getByTestId("contact-name")).toHaveValue("Лілія");
  await user.click(screen.getByTestId("contact-save"));
  await waitFor(() => expect(asked.filter((a) => a.path === "/api/contacts" && a.method === "POST")).toHaveLength(2));
});

test("what was written about a call and not saved is there again when the call is opened again", async () => {
  box(around("staff"));
  function Drawer() {
    const [open, setOpen] = useState(true);
    return (
      <>
        <button type="button" onClick={() => setOpen(!open)}>
          turn
        </button>
        {open && <AboutCall call={call} />}
      </>
    );
  }
  show(Drawer);
  const user = userEvent.setup();
  await user.type(await screen.findByTestId("call-essence"), ", просить лікаря");
  await user.click(screen.getByText("turn"));
  expect(screen.queryByTestId("call-essence")).toBeNull();
  await user.click(screen.getByText("turn"));
  expect(screen.getByTestId("call-essence")).toHaveValue("болить зуб, просить лікаря");
  expect(screen.getByText("not saved yet")).toBeInTheDocument();
});

test("only what was changed about a call is sent, so that what a colleague keys meanwhile stays", async () => {
  const asked = box({ ...around("staff"), "PATCH /api/calls/c2": { json: { ...call, id: "c2", topic: "рахунок" } } });
  show(() => <AboutCall call={{ ...call, id: "c2" }} />);
  const user = userEvent.setup();
  await user.type(await screen.findByTestId("call-topic"), "рахунок");
  await user.click(screen.getByTestId("call-save"));
  await waitFor(() => expect(asked.find((a) => a.method === "PATCH")?.body).toBe(JSON.stringify({ topic: "рахунок" })));
});

test("a class is said with one click, once, however fast it is clicked", async () => {
  const asked = box({ ...around("staff"), "PATCH /api/calls/c1": { json: { ...call, class: "client" } } });
  show(() => <ClassChips call={call} />);
  const chip = await screen.findByTestId("class-client");
  chip.click();
  chip.click();
  await waitFor(() => expect(asked.filter((a) => a.method === "PATCH").map((a) => a.body)).toEqual(['{"class":"client"}']));
});

test("cards are joined only after a question, for nothing brings them apart again", async () => {
  const card = (id: string, name: string) => ({ id, name, company: null, numbers: ["+380442223399"] });
  const asked = box({
    ...around("head"),
    "GET /api/contacts/duplicates": items([{ why: "number", value: "+380442223399", contacts: [card("a", "Лілія"), card("b", "Лілія, бухгалтерія")] }]),
    "POST /api/contacts/a/join": { json: card("a", "Лілія") },
  });
  show(() => <Duplicates onOpen={() => undefined} />);
  await userEvent.click((await screen.findAllByTestId("duplicate-keep"))[0]!);
  expect(await screen.findByText(/Лілія, бухгалтерія: becomes part of “Лілія”/)).toBeInTheDocument();
  expect(asked.some((a) => a.method === "POST")).toBe(false);
  await userEvent.click(screen.getByTestId("sure"));
  await waitFor(() => expect(asked.find((a) => a.method === "POST")?.path).toBe("/api/contacts/a/join"));
});

test("the filter of the log keeps the field while one types into it", async () => {
  box({ ...around("head"), "GET /api/lines": items([]), "GET /api/calls": items([]) });
  const router = show(LogPage);
  const user = userEvent.setup();
  const field = await screen.findByTestId("log-caller");
  await user.type(field, "0671");
  await waitFor(() => expect(router.state.location.search).toMatchObject({ caller: expect.anything() }));
  await user.keyboard("239988");
  expect(screen.getByTestId("log-caller")).toHaveFocus();
  expect(screen.getByTestId("log-caller")).toHaveValue("0671239988");
});

test("nobody is shown what their account may not do", async () => {
  box({
    ...around("head"),
    "GET /api/office": { text: "office:\n  name: A\n", headers: { ETag: '"7"' } },
  });
  show(OfficePage);
  expect(await screen.findByTestId("office-text")).toHaveAttribute("readonly");
  expect(screen.queryByTestId("office-save")).toBeNull();
  expect(screen.queryByTestId("office-check")).toBeNull();
});

test("staff are offered neither the import of contacts nor the provider's list", async () => {
  box({ ...around("staff"), "GET /api/contacts": items([]), "GET /api/ledger/tasks": items([]) });
  show(() => (
    <>
      <ContactsPage />
      <Tasks />
    </>
  ));
  expect(await screen.findByTestId("contacts-learned")).toBeInTheDocument();
  expect(await screen.findByText("Nothing to ask for")).toBeInTheDocument();
  expect(screen.queryByTestId("contacts-import")).toBeNull();
  expect(screen.queryByTestId("task-import")).toBeNull();
});

test("who may not change the rules has no way to them, and a real board no simulated caller", () => {
  const keys = (role: string, lines: string) => seenBy(role, lines).map((place) => place.key);
  expect(keys("staff", "simulated")).not.toContain("office");
  expect(keys("staff", "simulated")).toContain("caller");
  expect(keys("installer", "oak8x")).not.toContain("caller");
});

test("a year that is being typed asks nothing of the box", async () => {
  box({ ...around("head"), "GET /api/lines": items([]), "GET /api/calls": items([]) });
  const router = show(LogPage);
  const field = await screen.findByTestId("log-from");
  for (const day of ["0002-11-23", "0020-11-23", "0202-11-23"]) fireEvent.change(field, { target: { value: day } });
  expect(field).toHaveValue("0202-11-23");
  expect(router.state.location.search).toEqual({});
  fireEvent.change(field, { target: { value: "2026-11-23" } });
  await waitFor(() => expect(router.state.location.search).toMatchObject({ from: "2026-11-23" }));
});

test("what the box tells of another call is a way to it, not its number", async () => {
  box(around("head"));
  show(() => <Told text="agreed in call 01a1f89d76a800008c7d15919ac2" />);
  const link = await screen.findByRole("link", { name: "To the call" });
  expect(link).toHaveAttribute("href", "/calls?call=01a1f89d76a800008c7d15919ac2");
  expect(screen.queryByText(/01a1f89d/)).toBeNull();
});

test("a promise's history says how it ended, people by name", async () => {
  const promise = {
    id: "p1", callId: "c1", calls: ["c1"], number: "+380673000001", contact: null, state: "kept", how: "messenger", closedAt: "2026-11-20T13:00:00+02:00",
    closedBy: "maria", madeAt: "2026-11-20T09:05:00+02:00", dueAt: "2026-11-20T09:05:00+02:00", overdueAt: "2026-11-20T10:30:00+02:00", attempts: 1,
    history: [
      { at: "2026-11-20T10:30:00+02:00", what: "escalated", by: "box", note: "to 201" },
      { at: "2026-11-20T11:00:00+02:00", what: "notReached", by: "201", note: "call 01a1f89d76a800008c7d15919ac2" },
    ],
  };
  box({ ...around("head"), "GET /api/promises/p1": { json: promise } });
  show(() => <History promise={promise as never} />);
  await userEvent.click(await screen.findByText("What happened"));
  const details = screen.getByTestId("promise-history") as HTMLDetailsElement;
  if (!details.open) details.open = true;
  fireEvent(details, new Event("toggle"));
  const steps = await screen.findAllByTestId("promise-step");
  expect(steps.map((s) => s.querySelector("span")!.textContent)).toEqual(["promised", "went to the head: Олена Коваленко", "nobody reached: call  — Олена Коваленко", "kept: messenger — maria"]);
});

test("whoever may not hear a message is told so, not left with a player that does nothing", async () => {
  const promise = {
    id: "p1", callId: "c1", calls: ["c1"], number: "+380671340001", contact: "Андрій", contactId: "k", owner: "201", state: "open", messageId: "m1", attempts: 0,
    madeAt: "2026-11-23T09:00:00+02:00", dueAt: "2026-11-23T09:00:00+02:00", overdueAt: "2026-11-23T23:00:00+02:00", confirm: null, handedTo: null,
  };
  box(around("staff"));
  show(() => <PromiseCard promise={promise as never} onClose={() => undefined} onPostpone={() => undefined} onOpen={() => undefined} />);
  fireEvent.error(await screen.findByTestId("promise-message"));
  expect(screen.getByText(/It could not be played/)).toBeInTheDocument();
});
