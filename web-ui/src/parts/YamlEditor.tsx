import type { Ref } from "react";
import css from "./YamlEditor.module.css";

interface Props {
  label: string;
  text: string;
  onChange: (text: string) => void;
  /** Numbers of the lines that have a fault, from 1. */
  marked: Set<number>;
  areaRef: Ref<HTMLTextAreaElement>;
}

/** A text area with line numbers; it grows with the text and its frame scrolls, so that both stay side by side. */
export function YamlEditor({ label, text, onChange, marked, areaRef }: Props) {
  const lines = text.split("\n");
  return (
    <div className={css.frame} data-scroll tabIndex={-1}>
      <div className={css.numbers} aria-hidden>
        {lines.map((_, i) => (
          <span key={i} data-fault={marked.has(i + 1) || undefined}>
            {i + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={areaRef}
        className={css.area}
        aria-label={label}
        value={text}
        rows={lines.length}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        onChange={(e) => onChange(e.currentTarget.value)}
        data-testid="office-text"
      />
    </div>
  );
}
