import { useTranslation } from "react-i18next";
import { api, got } from "../api/client.ts";
import css from "./CallIn.module.css";
import { useAct } from "./useAct.ts";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const LETTERS: Record<string, string> = { 2: "ABC", 3: "DEF", 4: "GHI", 5: "JKL", 6: "MNO", 7: "PQRS", 8: "TUV", 9: "WXYZ" };

/** The caller's keys: each is sent as a tone by the exchange. */
export function Keypad({ line }: { line: number }) {
  const { t } = useTranslation();
  const { act } = useAct();
  const press = (digits: string) =>
    act(() => got(api.POST("/api/simulator/lines/{n}/press", { params: { path: { n: line } }, body: { digits } })));
  return (
    <div className={css.keypad} role="group" aria-label={t("caller.keypad")}>
      {KEYS.map((key) => (
        <button key={key} type="button" onClick={() => void press(key)} data-testid={`key-${key}`}>
          {key}
          {LETTERS[key] && <small>{LETTERS[key]}</small>}
        </button>
      ))}
    </div>
  );
}
