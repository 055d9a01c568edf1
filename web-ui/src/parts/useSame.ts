import { useCallback, useRef } from "react";

/** The same function at all times, which does what was given last: a row of a long list that is handed it is drawn again only when its own item has changed. */
export function useSame<A extends unknown[]>(deed: (...given: A) => void): (...given: A) => void {
  const last = useRef(deed);
  last.current = deed;
  return useCallback((...given: A) => last.current(...given), []);
}
