import css from "./CallIn.module.css";

/** How loud it is, 0 to 1. */
export function Level({ label, level, testId }: { label: string; level: number; testId: string }) {
  return (
    <label className={css.level}>
      {label}
      <meter min={0} max={1} value={level} data-testid={testId} data-level={level.toFixed(2)} />
    </label>
  );
}
