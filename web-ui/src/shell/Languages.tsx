import { useTranslation } from "react-i18next";
import { chooseLanguage, LANGUAGES } from "../i18n/index.ts";
import css from "./Shell.module.css";

export function Languages({ light = false }: { light?: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={css.languages} data-light={light || undefined} role="group" aria-label={t("nav.language")}>
      {LANGUAGES.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          title={name}
          aria-label={`${code.toUpperCase()} — ${name}`}
          aria-pressed={i18n.language === code}
          onClick={() => chooseLanguage(code)}
          data-testid={`language-${code}${light ? "-sheet" : ""}`}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
