import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { board, box, show } from "../test/page.tsx";
import { ContactForm } from "../parts/contact/ContactForm.tsx";
import { PeoplePage } from "./PeoplePage.tsx";

const people = [
  { extension: "201", name: "Олена Коваленко", state: "free", registered: true, teams: ["care"], callId: null },
  { extension: "202", name: "Іван Бондар", state: "away", registered: false, teams: ["care"], callId: null },
];
const lunch = { name: "lunch", active: false, since: null, endsAt: null, until: "14:00", by: null, tooLong: false };
const around = (role: string) => ({
  "GET /api/me": { json: { name: "x", role, person: "202", language: "en" } },
  "GET /api/board": { json: board },
  "GET /api/people": { json: { items: people, next: null } },
});

test("staff change their own state and nobody else's", async () => {
  box({ ...around("staff"), "GET /api/overrides": { json: { items: [], next: null } } });
  show(PeoplePage);
  expect(await screen.findByRole("button", { name: /Change the state of Іван Бондар/ })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /Олена Коваленко/ })).toBeNull();
  expect(screen.getAllByTestId(/^greetings-/)).toHaveLength(2); // one's own and one's team's
  expect(screen.getByTestId("team-care")).toHaveTextContent("1 of 2 free");
});

test("one button sets an override and ends it", async () => {
  let on = false;
  const asked = box({
    ...around("head"),
    "GET /api/overrides": () => ({ json: { items: [{ ...lunch, active: on }], next: null } }),
    "POST /api/overrides/lunch": () => ((on = true), { json: { ...lunch, active: true } }),
    "DELETE /api/overrides/lunch": () => ((on = false), { json: lunch }),
  });
  show(PeoplePage);
  await userEvent.click(await screen.findByRole("button", { name: "Begin: lunch" }));
  await userEvent.click(await screen.findByRole("button", { name: "End: lunch" }));
  await screen.findByRole("button", { name: "Begin: lunch" });
  expect(asked.filter((a) => a.path === "/api/overrides/lunch").map((a) => a.method)).toEqual(["POST", "DELETE"]);
});

test("what the box refuses of a contact stands at its field, and nothing typed is lost", async () => {
  box({
    ...around("head"),
    "POST /api/contacts": { status: 400, json: { error: "12 is no number of UA", field: "numbers" } },
  });
  show(() => <ContactForm contact={null} onSaved={() => undefined} onCancel={() => undefined} />);
  const user = userEvent.setup();
  await user.type(await screen.findByTestId("contact-name"), "Лілія");
  await user.type(screen.getByTestId("contact-numbers"), "12");
  await user.click(screen.getByTestId("contact-save"));
  expect(await screen.findByText("12 is no number of UA")).toBeInTheDocument();
  await waitFor(() => expect(screen.getByTestId("contact-numbers")).toHaveFocus());
  expect(screen.getByTestId("contact-name")).toHaveValue("Лілія");
});
