import { Button, Loader } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/client.ts";
import { useSaid } from "../i18n/said.ts";
import css from "./parts.module.css";

export function Waiting() {
  const { t } = useTranslation();
  return (
    <div className={css.waiting} role="status">
      <Loader size="sm" aria-hidden /> {t("state.loading")}
    </div>
  );
}

/** What went wrong, in the box's own words where it gave some. */
export function useFault() {
  const { t } = useTranslation();
  const said = useSaid();
  return (error: unknown): string => {
    if (error instanceof ApiError) {
      if (error.status === 0) return t("state.noAnswer");
      if (!error.message) return `${t("state.failed")} (${error.status})`;
      // What the box says, and which field it says it of.
      const words = said(error.message);
      return error.field && !error.message.includes(error.field) ? `${t(`field.${error.field}`, { defaultValue: error.field })}: ${words}` : words;
    }
    return error instanceof Error ? error.message : t("state.failed");
  };
}

/** What the account may not see, or is not there, does not come by asking again. */
const refused = (error: unknown) => error instanceof ApiError && (error.status === 403 || error.status === 404);

export function Failed({ error, again }: { error: unknown; again: () => void }) {
  const { t } = useTranslation();
  const fault = useFault();
  return (
    <div className={css.failed} role="alert" data-testid="failed">
      <IconPlugConnectedX size={28} stroke={1.5} aria-hidden />
      <strong>{t("state.failed")}</strong>
      <p>{fault(error)}</p>
      {!refused(error) && (
        <Button variant="default" onClick={again}>
          {t("state.again")}
        </Button>
      )}
    </div>
  );
}

interface EmptyProps {
  icon?: ReactNode;
  title: string;
  hint?: string;
  children?: ReactNode;
}

export function Empty({ icon, title, hint, children }: EmptyProps) {
  return (
    <div className={css.empty} data-testid="empty">
      {icon}
      <strong>{title}</strong>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Loading, failed, or what was asked for; old data stay on the page while the box cannot be heard. */
export function Loaded<T>({ of, children }: { of: Asked<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <Failed error={of.error} again={() => void of.refetch()} />;
  return <Waiting />;
}

export function NotFound() {
  const { t } = useTranslation();
  return <Empty title={t("state.notFound")} />;
}
