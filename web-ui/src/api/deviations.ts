import { useQuery } from "@tanstack/react-query";
import { api, got } from "./client.ts";
import { usePages } from "./pages.ts";
import type { components } from "./schema";

export type Deviation = components["schemas"]["Deviation"];
export type Proposal = components["schemas"]["Proposal"];
export type ScriptChange = components["schemas"]["ScriptChange"];
export type TrialFigures = components["schemas"]["TrialFigures"];

export const useDeviations = () =>
  usePages(["deviations"], (after) => got(api.GET("/api/deviations", { params: { query: { after } } })));

export const useProposals = () =>
  useQuery({
    queryKey: ["proposals"],
    queryFn: async () => (await got(api.GET("/api/deviations/proposals", { params: { query: { limit: 100 } } }))).items,
  });

const path = (id: string) => ({ params: { path: { id } } });
export const tryProposal = (id: string) => got(api.POST("/api/deviations/proposals/{id}/try", path(id)));
export const keepProposal = (id: string) => got(api.POST("/api/deviations/proposals/{id}/keep", path(id)));
export const undoProposal = (id: string) => got(api.POST("/api/deviations/proposals/{id}/undo", path(id)));
export const dismissProposal = (id: string, reason: string) =>
  got(api.POST("/api/deviations/proposals/{id}/dismiss", { ...path(id), body: { reason } }));
