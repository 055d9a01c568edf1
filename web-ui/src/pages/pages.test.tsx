import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { board, box, show } from "../test/page.tsx";
import { LoginPage } from "./LoginPage.tsx";
import { MessagesPage } from "./MessagesPage.tsx";
import { OfficePage } from "./OfficePage.tsx";
import { PromisesPage } from "./PromisesPage.tsx";

const me = { name: "installer", role: "installer", person: null, language: "en" };
const people = [{ extension: "201", name: "Олена Коваленко", state: "free", registered: true, teams: [], callId: null }];
const promise = {
  id: "p1",
  callId: "c1",
  calls: ["c1", "c2"],
  number: "+380501112233",
  contact: "ТОВ «Лілія»",
  contactId: "k1",
  owner: "201",
  madeAt: "2026-11-21T15:30:00+02:00",
  dueAt: "2026-11-23T09:00:00+02:00",
  overdueAt: "2026-11-23T10:00:00+02:00",
  spokenAs: "Ми передзвонимо вам у понеділок.",
  state: "broken",
  how: null,
  late: false,
  closedBy: null,
  attempts: 1,
  reason: null,
  class: "client",
  topic: null,
  essence: null,
  messageId: null,
};
const around = {
  "GET /api/me": { json: me },
  "GET /api/board": { json: board },
  "GET /api/people": { json: { items: people, next: null } },
};

test("a wrong password is said plainly, and the right one leads on", async () => {
  let right = false;
  const asked = box({
    "POST /api/login": () => (right ? { json: me } : { status: 401, json: { error: "wrong name or password", field: null } }),
  });
  const router = show(LoginPage);
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText("Name"), "installer");
  await user.type(screen.getByLabelText("Password"), "oops");
  await user.click(screen.getByTestId("login-submit"));
  expect(await screen.findByTestId("login-fault")).toHaveTextContent("Name or password is wrong.");
  right = true;
  await user.click(screen.getByTestId("login-submit"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/"));
  expect(JSON.parse(asked[0]!.body)).toEqual({ name: "installer", password: "oops" });
});

test("a click on a promise rings the owner's telephone", async () => {
  const asked = box({
    ...around,
    "GET /api/tocall": { json: { items: [promise], next: null } },
    "POST /api/promises/p1/call": { status: 202, json: promise },
  });
  show(PromisesPage);
  const card = await screen.findByTestId("promise");
  await waitFor(() => expect(within(card).getByTestId("promise-due")).toHaveTextContent("overdue since 10:00"));
  expect(card).toHaveTextContent("ТОВ «Лілія»");
  expect(card).toHaveTextContent("2 calls");
  await userEvent.click(within(card).getByTestId("promise-call"));
  expect(await screen.findByText(/Олена Коваленко is being rung/)).toBeInTheDocument();
  expect(within(card).getByTestId("promise-relative")).toHaveTextContent("do not name the matter");
  const call = asked.find((a) => a.path.endsWith("/call"))!;
  expect(JSON.parse(call.body)).toEqual({ from: "201" });
});

test("a refusal of the box is shown in its own words", async () => {
  box({
    ...around,
    "GET /api/tocall": { json: { items: [promise], next: null } },
    "POST /api/promises/p1/call": { status: 409, json: { error: "201 is talking", field: "from" } },
  });
  show(PromisesPage);
  await userEvent.click(await screen.findByTestId("promise-call"));
  expect(await screen.findByText("Whose telephone: 201 is talking")).toBeInTheDocument();
});

test("nobody to call back is said with a smile, not with an empty table", async () => {
  box({ ...around, "GET /api/tocall": { json: { items: [], next: null } } });
  show(PromisesPage);
  expect(await screen.findByTestId("empty")).toHaveTextContent("Nobody is waiting for a call");
});

test("every fault of the office file stands at its line, and saving sends the version that was read", async () => {
  let fails = true;
  const asked = box({
    ...around,
    "GET /api/office": { text: "office:\n  name: A\n", headers: { ETag: '"7"' } },
    "PUT /api/office": () =>
      fails
        ? {
            status: 422,
            json: {
              error: "does not hold",
              faults: [
                { line: 2, field: "office.name", what: "too short", at: null },
                { line: null, field: null, what: "no people", at: null },
              ],
            },
          }
        : { json: { etag: '"8"' } },
  });
  show(OfficePage);
  const user = userEvent.setup();
  await user.type(await screen.findByTestId("office-text"), "# x");
  await user.click(screen.getByTestId("office-save"));
  const faults = await screen.findAllByTestId("office-fault");
  expect(faults.map((f) => f.textContent)).toEqual(["Line 2too shortoffice.name", "Whole fileno people"]);
  expect(screen.getByText("2 faults: nothing was changed")).toBeInTheDocument();
  const put = asked.find((a) => a.method === "PUT")!;
  expect(put.headers.get("If-Match")).toBe('"7"');
  expect(put.headers.get("Content-Type")).toBe("application/yaml");
  expect(put.body).toBe("office:\n  name: A\n# x");
  fails = false;
  await user.click(screen.getByTestId("office-save"));
  expect(await screen.findByTestId("office-done")).toHaveTextContent("Saved");
});

test("an urgent message keeps its place when it is played: a sound whose row moves falls silent", async () => {
  const message = (id: string, urgent: boolean, heard: boolean) => ({
    id, urgent, heard, callId: `c${id}`, callerNumber: null, callerName: `caller ${id}`, at: "2026-11-23T09:00:00+02:00", seconds: 5, mailbox: "201",
    keptUntil: null, forwardedBy: null, note: null,
  });
  let heard = false;
  box({
    ...around,
    "GET /api/messages": () => ({ json: { items: [message("1", false, false), message("2", true, heard)], next: null } }),
    "PATCH /api/messages/2": () => ((heard = true), { json: message("2", true, true) }),
  });
  show(MessagesPage);
  const order = () => screen.getAllByTestId("message").map((row) => row.textContent?.includes("caller 2"));
  await screen.findAllByTestId("message");
  expect(order()).toEqual([true, false]);
  fireEvent.play(screen.getAllByTestId("message-audio")[0]!);
  await waitFor(() => expect(within(screen.getAllByTestId("message")[0]!).queryByText("new")).toBeNull());
  expect(order()).toEqual([true, false]);
});
