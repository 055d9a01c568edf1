import { type FocusEvent, type PointerEvent, useEffect, useRef, useState } from "react";

export interface Still<T> {
  item: T;
  /** Left the list meanwhile, and keeps its place until nobody is at the list any more. */
  gone: boolean;
}

/** The order that was shown, with what is known now: nothing moves, what is new comes last, what has left stays as it was. */
export function still<T>(shown: T[], now: T[], key: (item: T) => string): Still<T>[] {
  const known = new Map(now.map((item) => [key(item), item]));
  const before = new Set(shown.map(key));
  return [
    ...shown.map((item) => ({ item: known.get(key(item)) ?? item, gone: !known.has(key(item)) })),
    ...now.filter((item) => !before.has(key(item))).map((item) => ({ item, gone: false })),
  ];
}

/** How long after the last touch a list may move again. */
const AFTER_MS = 2500;

/** A live list that does not jump under the finger: while somebody points into it or works in it, its order stands. */
export function useStill<T>(list: T[], key: (item: T) => string) {
  const [held, setHeld] = useState(false);
  const shown = useRef<T[]>(list);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const hold = () => {
    clearTimeout(timer.current);
    setHeld(true);
  };
  const release = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setHeld(false), AFTER_MS);
  };
  const rows = held ? still(shown.current, list, key) : list.map((item) => ({ item, gone: false }));
  shown.current = rows.map((row) => row.item);
  // A tap leaves the focus in the list for good; only whoever works by keyboard holds it by focus.
  const byKeyboard = (e: FocusEvent) => e.target.matches(":focus-visible") && hold();
  const lifted = (e: PointerEvent) => e.pointerType === "touch" && release();
  return {
    rows,
    hands: { onPointerEnter: hold, onPointerDown: hold, onPointerLeave: release, onPointerUp: lifted, onFocus: byKeyboard, onBlur: release },
  };
}
