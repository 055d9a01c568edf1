import { useTranslation } from "react-i18next";
import css from "./Shell.module.css";

export function Brand({ office }: { office: string | undefined }) {
  const { t } = useTranslation();
  return (
    <div className={css.brand}>
      <span className={css.jack} aria-hidden />
      <span className={css.brandText}>
        <strong>{office ?? t("app.name")}</strong>
        <span>{t("app.name")}</span>
      </span>
    </div>
  );
}
