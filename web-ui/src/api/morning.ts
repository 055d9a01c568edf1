import { useQuery } from "@tanstack/react-query";
import { api, got } from "./client.ts";
import { usePages } from "./pages.ts";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Morning = Schemas["Morning"];
export type DayFigures = Schemas["DayFigures"];
export type Part = Schemas["Part"];
export type Duty = Schemas["Duty"];
export type Target = Schemas["Target"];
export type NumberFigures = Schemas["NumberFigures"];
export type Review = Schemas["Review"];
export type VerdictCause = Schemas["VerdictCause"];

/** The whole morning in one answer; it is reckoned over the ledger, so it is asked for once a minute and after one's own deeds. */
export const useMorning = () =>
  useQuery({ queryKey: ["morning"], queryFn: () => got(api.GET("/api/morning")), refetchInterval: 60_000 });

export const useReviews = (open: boolean) =>
  usePages(["reviews", open], (after) => got(api.GET("/api/reviews", { params: { query: { open, after } } })));

export const useTargets = (from?: string, to?: string) =>
  useQuery({
    queryKey: ["targets", from ?? null, to ?? null],
    queryFn: async () => (await got(api.GET("/api/targets", { params: { query: { from, to } } }))).items,
  });

export const useNumbers = (from?: string, to?: string) =>
  useQuery({
    queryKey: ["numbers", from ?? null, to ?? null],
    queryFn: async () => (await got(api.GET("/api/numbers", { params: { query: { from, to } } }))).items,
  });

export const giveVerdict = (id: string, cause: VerdictCause, text: string) =>
  got(api.POST("/api/reviews/{id}/verdict", { params: { path: { id } }, body: { cause, text } }));
