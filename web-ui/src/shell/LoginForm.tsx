import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, ApiError, got, type Me } from "../api/client.ts";

const FAULTS: Record<number, "login.wrong" | "login.many"> = { 400: "login.wrong", 401: "login.wrong", 429: "login.many" };

interface Props {
  /** Whose session is over: only the password is asked for. */
  name?: string;
  onEntered: (me: Me) => Promise<unknown> | void;
}

/** Name and password; what the box refuses is said in words. */
export function LoginForm({ name, onEntered }: Props) {
  const { t } = useTranslation();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const form = useForm({ initialValues: { name: name ?? "", password: "" } });
  const enter = async (values: { name: string; password: string }) => {
    setBusy(true);
    setFault(undefined);
    try {
      await onEntered(await got(api.POST("/api/login", { body: values })));
    } catch (failure) {
      const status = failure instanceof ApiError ? failure.status : 0;
      setFault(t(FAULTS[status] ?? "state.noAnswer"));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={form.onSubmit((values) => void enter(values))} data-testid="login-form">
      <TextInput
        label={t("login.name")}
        size="md"
        autoComplete="username"
        autoCapitalize="none"
        autoFocus={name === undefined}
        readOnly={name !== undefined}
        required
        withAsterisk={false}
        data-testid="login-name"
        {...form.getInputProps("name")}
      />
      <PasswordInput
        label={t("login.password")}
        size="md"
        autoComplete="current-password"
        data-autofocus={name !== undefined || undefined}
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ "aria-label": t("login.show") }}
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
  );
}
