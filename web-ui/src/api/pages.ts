import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

interface Page<T> {
  items: T[];
  next: string | null;
}

/** So many pages stand on the screen; a ledger of years must not fill the browser, nor be asked for anew as a whole. */
const MOST = 4;

/** A long list of the box, newest first: older pages come after the last one, newer ones again before the first. */
export function usePages<T>(queryKey: QueryKey, page: (after: string | undefined) => Promise<Page<T>>, options: { enabled?: boolean; keep?: boolean } = {}) {
  return useInfiniteQuery({
    queryKey,
    enabled: options.enabled,
    // The way to a page: what was asked for before it, and itself last; the first page is asked for with nothing.
    initialPageParam: [] as string[],
    queryFn: ({ pageParam }) => page(pageParam.at(-1)),
    getNextPageParam: (last, _all, way) => (last.next === null ? undefined : [...way, last.next]),
    getPreviousPageParam: (_first, _all, way) => (way.length === 0 ? undefined : way.slice(0, -1)),
    maxPages: MOST,
    placeholderData: options.keep ? (old) => old : undefined,
  });
}

/** What the buttons above and below such a list need. */
export interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  hasPreviousPage: boolean;
  isFetchingPreviousPage: boolean;
  fetchPreviousPage: () => unknown;
}
