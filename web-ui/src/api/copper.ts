import { useQuery } from "@tanstack/react-query";
import { api, got } from "./client.ts";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type LineDetail = Schemas["LineDetail"];
export type LineLesson = Schemas["LineLesson"];
export type LineTest = Schemas["LineTest"];
export type TonePicture = Schemas["TonePicture"];
export type Reading = LineLesson["readings"][number];

/** Voltage and current are looked at live, a test while it runs. */
export const useLineDetail = (port: string) =>
  useQuery({
    queryKey: ["lineDetail", port],
    queryFn: () => got(api.GET("/api/lines/{port}", { params: { path: { port } } })),
    refetchInterval: (query) => (query.state.data?.test?.state === "running" ? 700 : 2000),
  });

export const useTone = (port: string, id: string | null) =>
  useQuery({
    queryKey: ["tone", port, id],
    enabled: id !== null,
    staleTime: Infinity,
    queryFn: () => got(api.GET("/api/lines/{port}/readings/{id}/tone", { params: { path: { port, id: id! } } })),
  });

export const undoLearnt = (port: string, trait: string) =>
  got(api.DELETE("/api/lines/{port}/learnt/{trait}", { params: { path: { port, trait } } }));

export const startTest = (port: string) => got(api.POST("/api/lines/{port}/test", { params: { path: { port } } }));

export const soundOf = (port: string, id: string) => `/api/lines/${encodeURIComponent(port)}/readings/${encodeURIComponent(id)}/sound.wav`;
