import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { board, box, show } from "../test/page.tsx";
import { AccessPage } from "./AccessPage.tsx";

const me = { name: "installer", role: "installer", person: null, language: "en" };
const people = [{ extension: "201", name: "Олена Коваленко", state: "free", registered: true, teams: [], callId: null }];
const ban = {
  address: "203.0.113.9",
  since: "2026-11-23T09:00:00+02:00",
  until: "2026-11-23T10:00:00+02:00",
  reason: "100 wrong passwords within an hour, all for 201",
};
const around = {
  "GET /api/me": { json: me },
  "GET /api/board": { json: board },
  "GET /api/people": { json: { items: people, next: null } },
  "GET /api/tokens": { json: { items: [], next: null } },
};

test("a banned address is shown with its reason and let in again", async () => {
  let lifted = false;
  const asked = box({
    ...around,
    "GET /api/bans": () => ({ json: { items: lifted ? [] : [ban], next: null } }),
    "DELETE /api/bans/203.0.113.9": () => {
      lifted = true;
      return { status: 204 };
    },
  });
  show(AccessPage);
  const row = await screen.findByTestId("ban");
  expect(row).toHaveTextContent("203.0.113.9");
  await waitFor(() => expect(row).toHaveTextContent("100 wrong passwords within an hour, all for Олена Коваленко"));
  const user = userEvent.setup();
  await user.click(within(row).getByTestId("ban-lift"));
  await user.click(await screen.findByTestId("sure"));
  expect(await screen.findByText("Nobody is banned")).toBeInTheDocument();
  expect(asked.filter((one) => one.method === "DELETE")).toHaveLength(1);
});

test("whoever may not lift bans sees none", async () => {
  box({ ...around, "GET /api/me": { json: { ...me, name: "ivan", role: "staff" } } });
  show(AccessPage);
  await screen.findByTestId("tokens");
  expect(screen.queryByTestId("bans")).toBeNull();
});
