/** What was typed and not saved yet, by what it is about: a card that is closed, or a page that is left, loses nothing. */
const drafts = new Map<string, unknown>();

export interface Draft<T> {
  /** What was left unsaved the last time. */
  left: T | undefined;
  keep: (value: T) => void;
  drop: () => void;
}

export function draftOf<T>(about: string): Draft<T> {
  return {
    left: drafts.get(about) as T | undefined,
    keep: (value) => void drafts.set(about, value),
    drop: () => void drafts.delete(about),
  };
}

/** Somebody else sits down at the page. */
export const forgetDrafts = (): void => drafts.clear();
