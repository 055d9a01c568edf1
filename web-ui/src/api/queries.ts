import { QueryClient, useQuery } from "@tanstack/react-query";
import { api, ApiError, got } from "./client.ts";
import { usePages } from "./pages.ts";

export function newQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Only a box that does not answer is asked again; a refusal stays one.
        retry: (count, error) => count < 3 && !(error instanceof ApiError && error.status > 0 && error.status < 500),
        refetchOnWindowFocus: true,
      },
    },
  });
}

export const meQuery = { queryKey: ["me"], queryFn: () => got(api.GET("/api/me")), staleTime: Infinity };

export const useMe = () => useQuery(meQuery);

const boardQuery = {
  queryKey: ["board"],
  queryFn: async () => {
    const asked = Date.now();
    const board = await got(api.GET("/api/board"));
    const answered = Date.now();
    // How far the office's clock is ahead of the browser's; the simulated one may be days away.
    return { ...board, aheadMs: Date.parse(board.now) - (asked + answered) / 2 };
  },
};

export const useBoard = () => useQuery(boardQuery);

/** Asks again and again, once for the whole page: every row of a list looks at the board. */
export const useBoardKept = () => useQuery({ ...boardQuery, refetchInterval: 30_000 });

export const usePeople = () =>
  useQuery({ queryKey: ["people"], queryFn: async () => (await got(api.GET("/api/people"))).items });

export const useLines = () =>
  useQuery({ queryKey: ["lines"], queryFn: async () => (await got(api.GET("/api/lines"))).items });

export const useAlarms = () =>
  useQuery({
    queryKey: ["alarms"],
    queryFn: async () => (await got(api.GET("/api/alarms", { params: { query: { state: "open" } } }))).items,
  });

export const useLiveCalls = () =>
  useQuery({
    queryKey: ["live"],
    queryFn: async () => {
      const [ringing, talking] = await Promise.all(
        (["ringing", "talking"] as const).map((outcome) =>
          got(api.GET("/api/calls", { params: { query: { outcome, limit: 100 } } })),
        ),
      );
      return [...(ringing?.items ?? []), ...(talking?.items ?? [])];
    },
  });

export const useCall = (id: string | null) =>
  useQuery({
    queryKey: ["call", id],
    enabled: id !== null,
    queryFn: () => got(api.GET("/api/calls/{id}", { params: { path: { id: id! } } })),
  });

export type PromiseState = "owed" | "kept" | "closed" | "all";

/** More than anybody can call back; a figure that reaches it is shown with a plus. */
export const MOST_OWED = 500;

export const useOwed = () =>
  useQuery({
    queryKey: ["promises", "owed"],
    queryFn: async () => (await got(api.GET("/api/promises", { params: { query: { state: "owed", limit: MOST_OWED } } }))).items,
  });

/** What a contact is and was owed, newest first. */
export const usePromisesTo = (contact: string) =>
  useQuery({
    queryKey: ["promises", "to", contact],
    queryFn: async () => (await got(api.GET("/api/promises", { params: { query: { contact, limit: 20 } } }))).items,
  });

/** Of years, so page by page. */
export const usePromises = (state: PromiseState, enabled = true) =>
  usePages(["promises", "pages", state], (after) => got(api.GET("/api/promises", { params: { query: { state, limit: 25, after } } })), { enabled });

/** Whom to call, in the order of the box: overdue, class, first call. */
export const useToCall = (owner?: string | null, enabled = true) =>
  useQuery({
    queryKey: ["promises", "tocall", owner ?? null],
    enabled,
    queryFn: async () => (await got(api.GET("/api/tocall", { params: { query: { owner: owner ?? undefined, limit: 500 } } }))).items,
  });

export const useBalance = (from?: string, to?: string) =>
  useQuery({
    queryKey: ["balance", from ?? null, to ?? null],
    queryFn: () => got(api.GET("/api/ledger/balance", { params: { query: { from, to } } })),
  });

export const useDeaf = (from?: string, to?: string) =>
  useQuery({
    queryKey: ["deaf", from ?? null, to ?? null],
    queryFn: async () => (await got(api.GET("/api/ledger/deaf", { params: { query: { from, to } } }))).items,
  });

export const useSimulator = () =>
  useQuery({
    queryKey: ["simulator"],
    queryFn: () => got(api.GET("/api/simulator")),
    refetchInterval: 1000,
  });
