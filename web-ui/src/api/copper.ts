import { useQuery } from "@tanstack/react-query";
import { api, got } from "./client.ts";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type LineDetail = Schemas["LineDetail"];
export type LineLesson = Schemas["LineLesson"];
export type LineTest = Schemas["LineTest"];
export type RawTake = Schemas["RawTake"];
export type TonePicture = Schemas["TonePicture"];
export type Reading = Schemas["LineReading"];

/** Something goes on, or is waited for: how often is it looked at, ms. */
const lookedAt = (line: LineDetail | undefined) => {
  if (line?.test?.state === "running") return 700;
  const recording = line?.raw && line.raw.state !== "done";
  return line?.meter || recording ? 1000 : 2000;
};

/** Voltage and current are looked at live, a test while it runs, the levels while there are any. */
export const useLineDetail = (port: string) =>
  useQuery({
    queryKey: ["lineDetail", port],
    queryFn: () => got(api.GET("/api/lines/{port}", { params: { path: { port } } })),
    refetchInterval: (query) => lookedAt(query.state.data),
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

export const recordNext = (port: string) => got(api.POST("/api/lines/{port}/raw", { params: { path: { port } } }));

export const dropTake = (port: string) => got(api.DELETE("/api/lines/{port}/raw", { params: { path: { port } } }));

export const rawSoundOf = (port: string) => `/api/lines/${encodeURIComponent(port)}/raw.wav`;

export const callOver = (port: string, number: string) => got(api.POST("/api/lines/{port}/call", { params: { path: { port } }, body: { number } }));
