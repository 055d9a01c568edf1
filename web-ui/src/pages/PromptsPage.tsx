import { Button, FileButton, Group, SegmentedControl, Tabs, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { IconArrowBackUp, IconMicrophone2, IconUpload } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Prompt } from "../api/client.ts";
import { wavFromFile } from "../audio/pcm.ts";
import { useBoard } from "../api/queries.ts";
import { clockLength } from "../format.ts";
import { type Language, LANGUAGES } from "../i18n/index.ts";
import { Musics } from "../parts/Musics.tsx";
import { PageHead, Tag } from "../parts/Section.tsx";
import { Empty, Loaded } from "../parts/States.tsx";
import { Sure } from "../parts/Sure.tsx";
import { useDeed } from "../parts/useDeed.ts";
import { useIs } from "../shell/roles.ts";
import css from "./PromptsPage.module.css";

/** What the box says by itself: heard, and replaced by one's own sound. */
export function PromptsPage() {
  const { t } = useTranslation();
  const { data: board } = useBoard();
  const [chosen, setChosen] = useState<Language>();
  const [q, setQ] = useState("");
  const [music, setMusic] = useState(false);
  const language = chosen ?? board?.language ?? "uk";
  const prompts = useInfiniteQuery({
    queryKey: ["prompts", language],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => got(api.GET("/api/prompts", { params: { query: { language, limit: 60, after: pageParam } } })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  // The first sentences are shown at once; the rest comes by itself, since the search goes over all of them.
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = prompts;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <>
      <PageHead title={t("prompt.title")} lead={t("prompt.lead")}>
        {!music && (
          <SegmentedControl
            value={language}
            onChange={(value) => setChosen(value as Language)}
            data={LANGUAGES.map((l) => ({ value: l.code, label: l.name }))}
            aria-label={t("nav.language")}
          />
        )}
      </PageHead>
      <Tabs value={music ? "music" : "phrases"} onChange={(tab) => setMusic(tab === "music")} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t("prompt.title")}>
          <Tabs.Tab value="phrases" data-testid="prompts-phrases">
            {t("music.phrases")}
          </Tabs.Tab>
          <Tabs.Tab value="music" data-testid="prompts-music">
            {t("music.tab")}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="phrases">
          <TextInput mb="md" maw={480} type="search" aria-label={t("prompt.search")} placeholder={t("prompt.search")} value={q} onChange={(e) => setQ(e.currentTarget.value)} />
          <Loaded of={prompts}>
            {(data) => {
              const all = data.pages.flatMap((page) => page.items);
              const found = all.filter((p) => `${p.text} ${p.name}`.toLocaleLowerCase().includes(q.trim().toLocaleLowerCase()));
              if (found.length === 0) return <Empty icon={<IconMicrophone2 size={34} stroke={1.3} aria-hidden />} title={t("prompt.none")} />;
              return (
                <ul className={css.list}>
                  {found.map((prompt) => (
                    <One key={`${prompt.language}${prompt.name}`} prompt={prompt} />
                  ))}
                </ul>
              );
            }}
          </Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="music">
          <Musics />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function One({ prompt }: { prompt: Prompt }) {
  const { t } = useTranslation();
  const installer = useIs(["installer"]);
  const { deed, busy } = useDeed("prompts");
  const params = { path: { language: prompt.language, name: prompt.name } };
  const [version, setVersion] = useState(0);
  const replace = (file: File) =>
    void deed(async () => {
      const sound = await wavFromFile(file).catch(() => {
        throw new Error(t("caller.badFile"));
      });
      const body = sound as unknown as string;
      await got(api.PUT("/api/prompts/{language}/{name}", { params, body, bodySerializer: (b) => b as unknown as BodyInit, headers: { "Content-Type": "audio/wav" } }));
      setVersion((n) => n + 1);
    }, t("prompt.replaced"));
  const back = () =>
    deed(async () => {
      await got(api.DELETE("/api/prompts/{language}/{name}", { params }));
      setVersion((n) => n + 1);
    });
  return (
    <li className={css.one} data-testid={`prompt-${prompt.name}`} data-source={prompt.source}>
      <div className={css.text}>
        <p>{prompt.text}</p>
        <small>
          {installer && <code translate="no">{prompt.name}</code>} {clockLength(prompt.seconds)}
        </small>
        {prompt.source === "replaced" && <Tag tone="owed">{t("prompt.own")}</Tag>}
      </div>
      <audio controls preload="none" src={`/api/prompts/${prompt.language}/${prompt.name}?v=${version}`} aria-label={t("prompt.hear", { text: prompt.text })} />
      {installer && (
        <Group gap={8}>
          <FileButton onChange={(f) => f && replace(f)} accept="audio/*" inputProps={{ "aria-label": `${t("prompt.replace")}: ${prompt.text}` }}>
            {(props) => (
              <Button size="xs" variant="default" leftSection={<IconUpload size={15} aria-hidden />} loading={busy} {...props}>
                {t("prompt.replace")}
              </Button>
            )}
          </FileButton>
          {prompt.source === "replaced" && (
            <Sure size="xs" variant="subtle" leftSection={<IconArrowBackUp size={15} aria-hidden />} title={t("prompt.sure")} lead={t("prompt.sureLead", { text: prompt.text })} loading={busy} deed={back}>
              {t("prompt.back")}
            </Sure>
          )}
        </Group>
      )}
    </li>
  );
}
