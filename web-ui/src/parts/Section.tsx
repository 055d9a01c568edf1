import type { ReactNode } from "react";
import css from "./parts.module.css";

export function PageHead({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  return (
    <div className={css.head}>
      <div>
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {children && <div className={css.headTools}>{children}</div>}
    </div>
  );
}

interface SectionProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  testId?: string;
}

export function Section({ title, aside, children, testId }: SectionProps) {
  return (
    <section className={css.section} aria-label={title} data-testid={testId}>
      <div className={css.sectionHead}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Talk is green, ring is amber, late is red; petrol for what is owed, calm for the rest. */
export type Tone = "talk" | "ring" | "late" | "owed" | "calm";

/** A word on a soft ground of its meaning's colour. */
export function Tag({ tone, children, testId }: { tone: Tone; children: ReactNode; testId?: string }) {
  return (
    <span className={css.tag} data-tone={tone} data-testid={testId}>
      {children}
    </span>
  );
}

export function Dot({ tone }: { tone: Tone }) {
  return <span className={css.dot} data-tone={tone} aria-hidden />;
}
