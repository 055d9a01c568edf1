import { useQuery } from "@tanstack/react-query";
import { api, ApiError, got } from "./client.ts";

/** The trial period, or null where the office file has none. */
export const useTrial = () =>
  useQuery({
    queryKey: ["trial"],
    queryFn: async () => {
      try {
        return await got(api.GET("/api/trial"));
      } catch (failure) {
        if (failure instanceof ApiError && failure.status === 404) return null;
        throw failure;
      }
    },
  });

export type Trial = NonNullable<ReturnType<typeof useTrial>["data"]>;
