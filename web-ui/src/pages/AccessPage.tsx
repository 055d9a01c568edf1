import { Alert, Button, Group, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { IconCopy, IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, ApiError, got, type Token } from "../api/client.ts";
import { useMe } from "../api/queries.ts";
import { useMoments, useOfficeNow } from "../format.ts";
import { copy } from "../parts/copy.ts";
import { PageHead, Section } from "../parts/Section.tsx";
import { Empty, Loaded } from "../parts/States.tsx";
import { Sure } from "../parts/Sure.tsx";
import { useDeed } from "../parts/useDeed.ts";
import css from "./AccessPage.module.css";
import { Bans } from "./Bans.tsx";

/** One's own password, and tokens with which programs come in. */
export function AccessPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  return (
    <>
      <PageHead title={t("access.title")} lead={me && t("access.lead", { name: me.name, role: t(`access.roles.${me.role}`, { defaultValue: me.role }) })} />
      <div className={css.grid}>
        <Section title={t("access.tokens")} testId="tokens">
          <Tokens />
        </Section>
        <Section title={t("access.password")} testId="password">
          <Password />
        </Section>
        {(me?.role === "installer" || me?.role === "director") && (
          <Section title={t("access.bans")} testId="bans">
            <Bans />
          </Section>
        )}
      </div>
    </>
  );
}

function Tokens() {
  const { t } = useTranslation();
  const { deed, busy } = useDeed("tokens");
  const [name, setName] = useState("");
  const [made, setMade] = useState<string | null>(null);
  const tokens = useQuery({
    queryKey: ["tokens"],
    queryFn: async () => (await got(api.GET("/api/tokens", { params: { query: { limit: 500 } } }))).items,
  });
  const create = () =>
    void deed(async () => {
      setMade((await got(api.POST("/api/tokens", { body: { name: name.trim() || null } }))).token);
      setName("");
    });
  return (
    <>
      <p className={css.lead}>{t("access.tokensLead")}</p>
      <form
        className={css.make}
        onSubmit={(e) => {
          e.preventDefault();
          create();
        }}
      >
        <TextInput label={t("access.tokenName")} value={name} onChange={(e) => setName(e.currentTarget.value)} data-testid="token-name" />
        <Button type="submit" loading={busy} leftSection={<IconKey size={16} aria-hidden />} data-testid="token-make">
          {t("access.make")}
        </Button>
      </form>
      {made && <Made token={made} />}
      <Loaded of={tokens}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t("access.none")} />
          ) : (
            <ul className={css.tokens}>
              {all.map((token) => (
                <One key={token.id} token={token} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Made({ token }: { token: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <Alert color="green" my="md" role="status" title={t("access.once")} data-testid="token-made">
      <Group gap={10}>
        <code className={css.secret}>{token}</code>
        <Button size="xs" variant="default" leftSection={<IconCopy size={15} aria-hidden />} onClick={() => void copy(token).then(() => setCopied(true))}>
          {t(copied ? "access.copied" : "access.copy")}
        </Button>
      </Group>
    </Alert>
  );
}

function One({ token }: { token: Token }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useOfficeNow(60_000);
  const { deed, busy } = useDeed("tokens");
  const remove = () => deed(() => got(api.DELETE("/api/tokens/{id}", { params: { path: { id: token.id } } })), t("access.removed"));
  const name = token.name ?? t("access.unnamed");
  return (
    <li data-testid="token">
      <span>
        <strong>{name}</strong>
        <small>
          {t("access.madeAt", { time: moments.near(token.createdAt, now) })} ·{" "}
          {token.lastUsedAt ? t("access.usedAt", { time: moments.near(token.lastUsedAt, now) }) : t("access.neverUsed")}
        </small>
      </span>
      <Sure size="xs" variant="default" title={t("access.sure", { name })} lead={t("access.sureLead")} loading={busy} deed={remove} label={`${t("access.remove")}: ${name}`} testId="token-remove">
        {t("access.remove")}
      </Sure>
    </li>
  );
}

function Password() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { deed, busy } = useDeed();
  const form = useForm({
    initialValues: { old: "", new: "", again: "" },
    validate: {
      old: (value) => (value ? null : t("access.oldWanted")),
      new: (value) => (value.length >= 8 ? null : t("access.short")),
      again: (value, all) => (value === all.new ? null : t("access.differs")),
    },
  });
  const change = (values: typeof form.values) =>
    deed(async () => {
      try {
        await got(api.PUT("/api/me/password", { body: { old: values.old, new: values.new } }));
        form.reset();
      } catch (failure) {
        if (!(failure instanceof ApiError) || failure.field !== "old") throw failure;
        form.setFieldError("old", t("access.wrong"));
        throw new Error(t("access.wrong"));
      }
    }, t("access.changed"));
  return (
    <form className={css.password} onSubmit={form.onSubmit((values) => void change(values))}>
      <p className={css.lead}>{t("access.passwordLead")}</p>
      <input type="text" autoComplete="username" value={me?.name ?? ""} readOnly hidden />
      <PasswordInput label={t("field.old")} visibilityToggleButtonProps={{ "aria-label": t("login.show") }} autoComplete="current-password" {...form.getInputProps("old")} data-testid="password-old" />
      <PasswordInput label={t("field.new")} visibilityToggleButtonProps={{ "aria-label": t("login.show") }} autoComplete="new-password" {...form.getInputProps("new")} data-testid="password-new" />
      <PasswordInput label={t("access.again")} visibilityToggleButtonProps={{ "aria-label": t("login.show") }} autoComplete="new-password" {...form.getInputProps("again")} data-testid="password-again" />
      <Button type="submit" loading={busy} data-testid="password-change">
        {t("access.change")}
      </Button>
    </form>
  );
}
