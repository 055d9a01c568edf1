import css from "./copper.module.css";

/** Name, value, and a word for tests. */
export type Fact = readonly [string, string, string];

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={css.facts}>
      {facts.map(([name, value, key]) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd data-testid={`fact-${key}`}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
