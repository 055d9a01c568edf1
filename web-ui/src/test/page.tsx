import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouteComponent,
  RouterProvider,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { vi } from "vitest";
import { theme } from "../theme.ts";

export interface Asked {
  method: string;
  path: string;
  body: string;
  headers: Headers;
}

type Answer = { status?: number; json?: unknown; text?: string; headers?: Record<string, string> };

/** Stands in for the box at its edge, HTTP; answers by "METHOD /path" and remembers what was asked. */
export function box(answers: Record<string, Answer | (() => Answer)>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const path = new URL(request.url).pathname;
    asked.push({ method: request.method, path, body: await request.clone().text(), headers: request.headers });
    const found = answers[`${request.method} ${path}`] ?? { status: 404, json: { error: `no ${request.method} ${path}`, field: null } };
    const answer = typeof found === "function" ? found() : found;
    const status = answer.status ?? 200;
    return new Response(status === 204 ? null : (answer.text ?? JSON.stringify(answer.json)), {
      status,
      headers: { "Content-Type": answer.text === undefined ? "application/json" : "application/yaml", ...answer.headers },
    });
  });
  return asked;
}

/** Shows one page with everything around it that it needs. */
export function show(component: RouteComponent) {
  const root = createRootRoute();
  const route = createRoute({ getParentRoute: () => root, path: "/$", component });
  const history = createMemoryHistory({ initialEntries: ["/here"] });
  const router = createRouter({ routeTree: root.addChildren([route]), history });
  render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <Notifications />
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return router;
}

export const board = {
  board: "simulated",
  version: "1",
  now: "2026-11-23T10:42:00+02:00",
  clockTrusted: true,
  office: "Ромашка",
  country: "UA",
  language: "uk",
  timeZone: "Europe/Kyiv",
  open: true,
  classes: ["client"],
  topics: [],
};
