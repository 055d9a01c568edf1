import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Me } from "../api/client.ts";
import { meQuery } from "../api/queries.ts";
import { proposeLanguage } from "../i18n/index.ts";
import { Languages } from "../shell/Languages.tsx";
import { LoginForm } from "../shell/LoginForm.tsx";
import css from "./LoginPage.module.css";

/** Where one stands after logging in: the morning, but the board for whoever installs. */
const FIRST: Record<string, string> = { installer: "/" };

export function LoginPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { to } = useSearch({ strict: false }) as { to?: string };
  useEffect(() => {
    document.title = `${t("login.title")} · ${t("app.name")}`;
  }, [t]);
  const entered = async (me: Me) => {
    queries.clear();
    queries.setQueryData(meQuery.queryKey, me);
    proposeLanguage(me.language);
    // Only a place of this page: an address from outside must not lead away from it.
    await navigate({ to: to && /^\/(?![/\\])/.test(to) ? to : (FIRST[me.role] ?? "/morning") });
  };
  return (
    <main className={css.page}>
      <div className={css.card}>
        <span className={css.jack} aria-hidden />
        <h1>{t("login.title")}</h1>
        <p className={css.lead}>{t("login.lead")}</p>
        <LoginForm onEntered={entered} />
        <p className={css.hint}>{t("login.hint")}</p>
      </div>
      <div className={css.languages}>
        <Languages />
      </div>
    </main>
  );
}
