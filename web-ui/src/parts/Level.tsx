import css from "./CallIn.module.css";

interface Props {
  label: string;
  /** How loud it is, 0 to 1. */
  level: number;
  /** The same in figures, for whoever wants them. */
  figure?: string;
  testId: string;
}

export function Level({ label, level, figure, testId }: Props) {
  return (
    <label className={css.level} data-figure={figure !== undefined}>
      {label}
      <meter min={0} max={1} value={level} data-testid={testId} data-level={level.toFixed(2)} />
      {figure !== undefined && <span data-testid={`${testId}-figure`}>{figure}</span>}
    </label>
  );
}
