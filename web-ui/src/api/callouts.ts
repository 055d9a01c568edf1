import { api, got } from "./client.ts";
import { usePages } from "./pages.ts";
import type { components, paths } from "./schema";

export type CallOut = components["schemas"]["CallOut"];
export type CallOutResult = paths["/api/callouts/{id}/result"]["post"]["requestBody"]["content"]["application/json"];

export const useCallOuts = (list: CallOut["list"]) =>
  usePages(["callouts", list], (after) => got(api.GET("/api/callouts", { params: { query: { list, after } } })));

export const makeCallOut = (id: string, from?: string) => got(api.POST("/api/callouts/{id}/call", { params: { path: { id } }, body: { from } }));

export const noteCallOut = (id: string, body: CallOutResult) => got(api.POST("/api/callouts/{id}/result", { params: { path: { id } }, body }));
