import { useInfiniteQuery } from "@tanstack/react-query";
import { api, got } from "./client.ts";
import type { components, paths } from "./schema";

export type CallOut = components["schemas"]["CallOut"];
export type CallOutResult = paths["/api/callouts/{id}/result"]["post"]["requestBody"]["content"]["application/json"];

export const useCallOuts = (list: CallOut["list"]) =>
  useInfiniteQuery({
    queryKey: ["callouts", list],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => got(api.GET("/api/callouts", { params: { query: { list, after: pageParam } } })),
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const makeCallOut = (id: string, from?: string) => got(api.POST("/api/callouts/{id}/call", { params: { path: { id } }, body: { from } }));

export const noteCallOut = (id: string, body: CallOutResult) => got(api.POST("/api/callouts/{id}/result", { params: { path: { id } }, body }));
