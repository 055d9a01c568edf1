import { Button, Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { LOGGED_IN, LOGGED_OUT, type Me } from "../api/client.ts";
import { meQuery, useMe } from "../api/queries.ts";
import { forgetDrafts } from "../parts/draft.ts";
import { LoginForm } from "./LoginForm.tsx";
import css from "./SessionOver.module.css";

/** The session has ended while somebody is at work: the page stays as it is behind the question for the password, and nothing typed is lost. */
export function SessionOver() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const here = useRouterState({ select: (s) => s.location.href });
  const [over, setOver] = useState(false);
  useEffect(() => {
    const ended = () => setOver(true);
    window.addEventListener(LOGGED_OUT, ended);
    return () => window.removeEventListener(LOGGED_OUT, ended);
  }, []);
  const entered = (now: Me) => {
    queries.setQueryData(meQuery.queryKey, now);
    setOver(false);
    window.dispatchEvent(new Event(LOGGED_IN));
    void queries.invalidateQueries();
  };
  const somebodyElse = async () => {
    await navigate({ to: "/login", search: { to: here } });
    queries.clear();
    forgetDrafts();
  };
  return (
    <Modal
      opened={over}
      onClose={() => undefined}
      title={t("session.over")}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      zIndex={1000}
      overlayProps={{ backgroundOpacity: 0.7, blur: 6 }}
    >
      <div className={css.over} data-testid="session-over">
        <p>{t("session.lead")}</p>
        <LoginForm name={me?.name ?? ""} onEntered={entered} />
        <Button variant="subtle" onClick={() => void somebodyElse()}>
          {t("session.somebodyElse")}
        </Button>
      </div>
    </Modal>
  );
}
