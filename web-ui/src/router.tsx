import type { QueryClient } from "@tanstack/react-query";
import { createRootRoute, createRoute, createRouter, Outlet, redirect, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { ApiError, LOGGED_OUT } from "./api/client.ts";
import { meQuery } from "./api/queries.ts";
import { BalancePage } from "./pages/BalancePage.tsx";
import { AccessPage } from "./pages/AccessPage.tsx";
import { CallerPage } from "./pages/CallerPage.tsx";
import { ContactsPage } from "./pages/ContactsPage.tsx";
import { LinesPage } from "./pages/LinesPage.tsx";
import { LogPage } from "./pages/LogPage.tsx";
import { LoginPage } from "./pages/LoginPage.tsx";
import { MessagesPage } from "./pages/MessagesPage.tsx";
import { MorningPage } from "./pages/MorningPage.tsx";
import { NowPage } from "./pages/NowPage.tsx";
import { OfficePage } from "./pages/OfficePage.tsx";
import { PeoplePage } from "./pages/PeoplePage.tsx";
import { PromisesPage } from "./pages/PromisesPage.tsx";
import { PromptsPage } from "./pages/PromptsPage.tsx";
import { QualityPage } from "./pages/QualityPage.tsx";
import { WhatIfPage } from "./pages/WhatIfPage.tsx";
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
  call?: string;
}

/** The contacts' tab, what is looked for, and the opened card (an id, or "new"). */
export interface ContactSearch {
  tab?: string;
  q?: string;
  card?: string;
}

/** The question of "what happens if". */
export interface WhatIfSearch {
  at?: string;
  line?: string;
  caller?: string;
  class?: string;
  staff?: string;
}

function Root() {
  const router = useRouter();
  useEffect(() => {
    const toLogin = () => {
      const { pathname, href } = router.state.location;
      if (pathname !== "/login") void router.navigate({ to: "/login", search: { to: href } });
    };
    window.addEventListener(LOGGED_OUT, toLogin);
    return () => window.removeEventListener(LOGGED_OUT, toLogin);
  }, [router]);
  return <Outlet />;
}

export function newRouter(queries: QueryClient) {
  const root = createRootRoute({ component: Root, notFoundComponent: NotFound });
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
    createRoute({ ...parent, path: "/promises", component: PromisesPage, validateSearch: (s): { promise?: string } => ({ promise: text(s.promise) }) }),
    createRoute({
      ...parent,
      path: "/contacts",
      component: ContactsPage,
      validateSearch: (s): ContactSearch => ({ tab: text(s.tab), q: text(s.q), card: text(s.card) }),
    }),
    createRoute({ ...parent, path: "/quality", component: QualityPage, validateSearch: (s): { tab?: string } => ({ tab: text(s.tab) }) }),
    createRoute({ ...parent, path: "/people", component: PeoplePage }),
    createRoute({
      ...parent,
      path: "/whatif",
      component: WhatIfPage,
      validateSearch: (s): WhatIfSearch => ({ at: text(s.at), line: text(s.line), caller: text(s.caller), class: text(s.class), staff: text(s.staff) }),
    }),
    createRoute({ ...parent, path: "/prompts", component: PromptsPage }),
    createRoute({ ...parent, path: "/access", component: AccessPage }),
    createRoute({ ...parent, path: "/messages", component: MessagesPage }),
    createRoute({
      ...parent,
      path: "/calls",
      component: LogPage,
      validateSearch: (s): LogSearch => ({
        from: text(s.from),
        to: text(s.to),
        line: text(s.line),
        caller: text(s.caller),
        outcome: text(s.outcome),
        class: text(s.class),
        person: text(s.person),
        ids: text(s.ids),
        call: text(s.call),
      }),
    }),
    createRoute({ ...parent, path: "/balance", component: BalancePage }),
    createRoute({ ...parent, path: "/lines", component: LinesPage }),
    createRoute({ ...parent, path: "/caller", component: CallerPage }),
    createRoute({ ...parent, path: "/office", component: OfficePage }),
  ];
  return createRouter({ routeTree: root.addChildren([login, inside.addChildren(pages)]) });
}
