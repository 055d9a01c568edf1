import type { Ref } from "react";
import css from "./YamlEditor.module.css";

/** What stands at a line: a fault, or a warning that changes nothing for callers. */
export interface Mark {
  line: number;
  what: string;
  warning: boolean;
}

interface Props {
  label: string;
  text: string;
  onChange: (text: string) => void;
  marks: Mark[];
  areaRef: Ref<HTMLTextAreaElement>;
  readOnly?: boolean;
}

// As in the style sheet.
const LINE_PX = 21;
const TOP_PX = 12;

/** A text area with line numbers; it grows with the text and its frame scrolls, so that both stay side by side. Faults stand at their lines. */
export function YamlEditor({ label, text, onChange, marks, areaRef, readOnly = false }: Props) {
  const lines = text.split("\n");
  const at = new Map<number, Mark[]>();
  for (const mark of marks) at.set(mark.line, [...(at.get(mark.line) ?? []), mark]);
  const tone = (line: number) => at.get(line) && (at.get(line)!.every((m) => m.warning) ? "warning" : "fault");
  return (
    <div className={css.frame} data-scroll tabIndex={-1}>
      <div className={css.numbers} aria-hidden>
        {lines.map((_, i) => (
          <span key={i} data-fault={tone(i + 1)}>
            {i + 1}
          </span>
        ))}
      </div>
      <div className={css.text}>
        {[...at].map(([line, here]) => (
          <div
            key={line}
            className={css.mark}
            data-fault={tone(line)}
            style={{ top: TOP_PX + (line - 1) * LINE_PX }}
            title={here.map((m) => m.what).join("\n")}
            data-testid="office-mark"
          >
            <span>{here.map((m) => m.what).join(" · ")}</span>
          </div>
        ))}
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
          readOnly={readOnly}
          onChange={(e) => onChange(e.currentTarget.value)}
          data-testid="office-text"
        />
      </div>
    </div>
  );
}
