import { useQuery } from "@tanstack/react-query";
import { api, got } from "./client.ts";

export const useOverrides = () =>
  useQuery({ queryKey: ["overrides"], queryFn: async () => (await got(api.GET("/api/overrides"))).items });

export const beginOverride = (name: string) => got(api.POST("/api/overrides/{name}", { params: { path: { name } } }));
export const endOverride = (name: string) => got(api.DELETE("/api/overrides/{name}", { params: { path: { name } } }));
