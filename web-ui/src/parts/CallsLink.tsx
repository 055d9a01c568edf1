import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import css from "./parts.module.css";

/** How long a list of ids an address may carry: servers and proxies stop at 8 kB. */
const LONGEST = 5000;

interface Props {
  /** The calls behind the figure. */
  ids: string[];
  children: ReactNode;
  testId?: string;
}

/** A figure that opens its calls; a figure without calls is plain text. */
export function CallsLink({ ids, children, testId }: Props) {
  if (ids.length === 0) return <span data-testid={testId}>{children}</span>;
  const carried = within(ids);
  const all = carried.split(",").length === ids.length;
  return (
    <Link to="/calls" search={{ ids: carried, of: all ? undefined : String(ids.length) }} className={css.figureLink} data-testid={testId}>
      {children}
    </Link>
  );
}

/** As many of the ids as an address may carry, the newest first. */
export function within(ids: string[]): string {
  let text = "";
  for (const id of ids) {
    if (text.length + id.length + 1 > LONGEST) break;
    text += (text && ",") + id;
  }
  return text;
}
