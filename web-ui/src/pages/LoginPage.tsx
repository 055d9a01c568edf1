import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, ApiError, got } from "../api/client.ts";
import { meQuery } from "../api/queries.ts";
import { proposeLanguage } from "../i18n/index.ts";
import { Languages } from "../shell/Languages.tsx";
import css from "./LoginPage.module.css";

const FAULTS: Record<number, "login.wrong" | "login.many"> = { 400: "login.wrong", 401: "login.wrong", 429: "login.many" };

/** Where one stands after logging in: the morning, but the board for whoever installs. */
const FIRST: Record<string, string> = { installer: "/" };

export function LoginPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { to } = useSearch({ strict: false }) as { to?: string };
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const form = useForm({ initialValues: { name: "", password: "" } });
  useEffect(() => {
    document.title = `${t("login.title")} · ${t("app.name")}`;
  }, [t]);

  const enter = async (values: { name: string; password: string }) => {
    setBusy(true);
    setFault(undefined);
    try {
      const me = await got(api.POST("/api/login", { body: values }));
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
      proposeLanguage(me.language);
      // Only a place of this page: an address from outside must not lead away from it.
      await navigate({ to: to && /^\/(?![/\\])/.test(to) ? to : FIRST[me.role] ?? "/morning" });
    } catch (failure) {
      const status = failure instanceof ApiError ? failure.status : 0;
      setFault(t(FAULTS[status] ?? "state.noAnswer"));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className={css.page}>
      <div className={css.card}>
        <span className={css.jack} aria-hidden />
        <h1>{t("login.title")}</h1>
        <p className={css.lead}>{t("login.lead")}</p>
        <form onSubmit={form.onSubmit((values) => void enter(values))} data-testid="login-form">
          <TextInput
            label={t("login.name")}
            size="md"
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            required
            withAsterisk={false}
            data-testid="login-name"
            {...form.getInputProps("name")}
          />
          <PasswordInput
            label={t("login.password")}
            size="md"
            autoComplete="current-password"
            required
            withAsterisk={false}
            data-testid="login-password"
            {...form.getInputProps("password")}
          />
          {fault && (
            <Alert color="red" variant="light" role="alert" data-testid="login-fault">
              {fault}
            </Alert>
          )}
          <Button type="submit" size="md" fullWidth loading={busy} data-testid="login-submit">
            {t("login.submit")}
          </Button>
        </form>
        <p className={css.hint}>{t("login.hint")}</p>
      </div>
      <div className={css.languages}>
        <Languages />
      </div>
    </main>
  );
}
