import type { QueryClient } from "@tanstack/react-query";
import { createRootRoute, createRoute, createRouter, lazyRouteComponent as later, Outlet, redirect } from "@tanstack/react-router";
import { ApiError } from "./api/client.ts";
import { meQuery } from "./api/queries.ts";
import { LoginPage } from "./pages/LoginPage.tsx";
import { MorningPage } from "./pages/MorningPage.tsx";
import { NowPage } from "./pages/NowPage.tsx";
import { PromisesPage } from "./pages/PromisesPage.tsx";
import { Failed, NotFound, Waiting } from "./parts/States.tsx";
import { Shell } from "./shell/Shell.tsx";

const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : undefined);

/** The call log's filter and the opened call live in the address, so that a link shows the same. */
export interface LogSearch {
  from?: string;
  to?: string;
  line?: string;
  caller?: string;
  outcome?: string;
  class?: string;
  person?: string;
  /** The calls behind a figure, with commas between; the rest of the filter is then passed over. */
  ids?: string;
  /** How many calls the figure has, where the address carries only the newest of them. */
  of?: string;
  call?: string;
}

/** The contacts' tab, what is looked for, and the opened card (an id, or "new"). */
export interface ContactSearch {
  tab?: string;
  q?: string;
  card?: string;
}

/** The first and last day of a period, both within. */
export interface PeriodSearch {
  from?: string;
  to?: string;
}

/** The question of "what happens if". */
export interface WhatIfSearch {
  at?: string;
  line?: string;
  caller?: string;
  class?: string;
  staff?: string;
  promise?: string;
}

export function newRouter(queries: QueryClient) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
  const login = createRoute({
    getParentRoute: () => root,
    path: "/login",
    component: LoginPage,
    validateSearch: (search): { to?: string } => ({ to: text(search.to) }),
  });
  const inside = createRoute({
    getParentRoute: () => root,
    id: "inside",
    component: Shell,
    beforeLoad: async ({ location }) => {
      try {
        await queries.ensureQueryData(meQuery);
      } catch (failure) {
        if (!(failure instanceof ApiError) || failure.status !== 401) throw failure;
        throw redirect({ to: "/login", search: { to: location.href === "/" ? undefined : location.href } });
      }
    },
    pendingComponent: Waiting,
    errorComponent: ({ error, reset }) => <Failed error={error} again={reset} />,
  });
  const parent = { getParentRoute: () => inside };
  const pages = [
    createRoute({ ...parent, path: "/", component: NowPage }),
    createRoute({ ...parent, path: "/morning", component: MorningPage }),
    createRoute({ ...parent, path: "/promises", component: PromisesPage, validateSearch: (s): { tab?: string } => ({ tab: text(s.tab) }) }),
    createRoute({
      ...parent,
      path: "/contacts",
      component: later(() => import("./pages/ContactsPage.tsx"), "ContactsPage"),
      validateSearch: (s): ContactSearch => ({ tab: text(s.tab), q: text(s.q), card: text(s.card) }),
    }),
    createRoute({ ...parent, path: "/quality", component: later(() => import("./pages/QualityPage.tsx"), "QualityPage"), validateSearch: (s): { tab?: string } => ({ tab: text(s.tab) }) }),
    createRoute({ ...parent, path: "/people", component: later(() => import("./pages/PeoplePage.tsx"), "PeoplePage") }),
    createRoute({
      ...parent,
      path: "/whatif",
      component: later(() => import("./pages/WhatIfPage.tsx"), "WhatIfPage"),
      validateSearch: (s): WhatIfSearch => ({ at: text(s.at), line: text(s.line), caller: text(s.caller), class: text(s.class), staff: text(s.staff), promise: text(s.promise) }),
    }),
    createRoute({ ...parent, path: "/prompts", component: later(() => import("./pages/PromptsPage.tsx"), "PromptsPage") }),
    createRoute({ ...parent, path: "/access", component: later(() => import("./pages/AccessPage.tsx"), "AccessPage") }),
    createRoute({ ...parent, path: "/messages", component: later(() => import("./pages/MessagesPage.tsx"), "MessagesPage") }),
    createRoute({
      ...parent,
      path: "/calls",
      component: later(() => import("./pages/LogPage.tsx"), "LogPage"),
      validateSearch: (s): LogSearch => ({
        from: text(s.from),
        to: text(s.to),
        line: text(s.line),
        caller: text(s.caller),
        outcome: text(s.outcome),
        class: text(s.class),
        person: text(s.person),
        ids: text(s.ids),
        of: text(s.of),
        call: text(s.call),
      }),
    }),
    createRoute({ ...parent, path: "/balance", component: later(() => import("./pages/BalancePage.tsx"), "BalancePage"), validateSearch: (s): PeriodSearch => ({ from: text(s.from), to: text(s.to) }) }),
    createRoute({ ...parent, path: "/lines", component: later(() => import("./pages/LinesPage.tsx"), "LinesPage") }),
    createRoute({ ...parent, path: "/lines/$port", component: later(() => import("./pages/LinePage.tsx"), "LinePage") }),
    createRoute({ ...parent, path: "/caller", component: later(() => import("./pages/CallerPage.tsx"), "CallerPage") }),
    createRoute({ ...parent, path: "/office", component: later(() => import("./pages/OfficePage.tsx"), "OfficePage"), validateSearch: (s): { new?: string } => ({ new: text(s.new) }) }),
  ];
  return createRouter({ routeTree: root.addChildren([login, inside.addChildren(pages)]) });
}
