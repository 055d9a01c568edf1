import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { IconLogout } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { useMe } from "../api/queries.ts";
import { forgetDrafts } from "../parts/draft.ts";
import css from "./Shell.module.css";

export function LogOut({ light = false }: { light?: boolean }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    await api.POST("/api/logout").catch(() => undefined);
    await navigate({ to: "/login", search: {} });
    queries.clear();
    forgetDrafts();
  };
  return (
    <button
      type="button"
      className={css.logout}
      data-light={light || undefined}
      onClick={() => void leave()}
      data-testid={light ? "logout-sheet" : "logout"}
    >
      <IconLogout size={18} aria-hidden />
      <span>{t("nav.logout")}</span>
      <em>{me?.name}</em>
    </button>
  );
}
