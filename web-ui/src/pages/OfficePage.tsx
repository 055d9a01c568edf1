import { Alert, Button, FileButton } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { IconCheck, IconDownload, IconFolderOpen, IconSparkles } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, type Faults } from "../api/client.ts";
import { checkOffice, loadOffice, type OfficeFile, saveOffice } from "../api/officeFile.ts";
import { useMoments } from "../format.ts";
import { useSaid } from "../i18n/said.ts";
import { draftOf } from "../parts/draft.ts";
import { NewOffice } from "../parts/office/NewOffice.tsx";
import { PageHead, Tag } from "../parts/Section.tsx";
import { Loaded } from "../parts/States.tsx";
import { useAct } from "../parts/useAct.ts";
import { type Mark, YamlEditor } from "../parts/YamlEditor.tsx";
import { useIs } from "../shell/roles.ts";
import css from "./OfficePage.module.css";

/** The office file: read, checked, saved; every fault stands at its line. */
export function OfficePage() {
  const { t } = useTranslation();
  // Not fetched again by itself: it is the ground of what a person is writing.
  const file = useQuery({ queryKey: ["office-file"], queryFn: loadOffice, staleTime: 0, gcTime: 0, refetchOnWindowFocus: false });
  const [reading, setReading] = useState(0);
  const reload = () => void file.refetch().then(() => setReading((n) => n + 1));
  return (
    <>
      <PageHead title={t("file.title")} lead={t("file.lead")} />
      <Loaded of={file}>{(loaded) => <Editor key={reading} read={loaded} reload={reload} />}</Loaded>
    </>
  );
}

function Editor({ read, reload }: { read: OfficeFile; reload: () => void }) {
  const { t } = useTranslation();
  const may = useIs(["installer"]);
  const queries = useQueryClient();
  const { act, busy } = useAct();
  // What was written and not saved is there again, whoever has saved meanwhile: then the box says so.
  const draft = draftOf<{ file: OfficeFile; text: string }>("office");
  const [file, setFile] = useState(draft.left?.file ?? read);
  const [text, setText] = useState(draft.left?.text ?? read.text);
  const [faults, setFaults] = useState<Faults["faults"]>();
  const [warnings, setWarnings] = useState<Faults["warnings"]>();
  const [stale, setStale] = useState(false);
  const [done, setDone] = useState<"file.holds" | "file.saved" | "begin.made">();
  const said = useSaid();
  const area = useRef<HTMLTextAreaElement>(null);
  const changed = text !== file.text;
  useStays(changed);

  const { new: asked } = useSearch({ strict: false }) as { new?: string };
  const [beginning, setBeginning] = useState(may && asked !== undefined);

  const change = (value: string) => {
    setText(value);
    if (value === file.text) draft.drop();
    else draft.keep({ file, text: value });
    setDone(undefined);
  };
  /** Sends the text; a 422 becomes the list of faults, a 412 the question what to do. */
  const send = (deed: () => Promise<Faults["warnings"]>, then: "file.holds" | "file.saved") =>
    act(async () => {
      setDone(undefined);
      setFaults(undefined);
      setWarnings(undefined);
      setStale(false);
      try {
        setWarnings(await deed());
        setDone(then);
      } catch (failure) {
        if (!(failure instanceof ApiError)) throw failure;
        if (failure.status === 422) {
          setFaults((failure.body as Faults).faults);
          setWarnings((failure.body as Faults).warnings);
        } else if (failure.status === 412) setStale(true);
        else throw failure;
      }
    });
  const save = () =>
    send(async () => {
      const saved = await saveOffice(text, file.etag);
      setFile({ text, etag: saved.etag });
      draft.drop();
      await queries.invalidateQueries({ predicate: (q) => q.queryKey[0] !== "office-file" });
      return saved.warnings;
    }, "file.saved");
  const open = async (chosen: File | null) => chosen && change(await chosen.text());

  return (
    <>
      <div className={css.tools}>
        {may && (
          <>
            <Button onClick={() => void save()} disabled={!changed} loading={busy} data-testid="office-save">
              {t("file.save")}
            </Button>
            <Button
              variant="default"
              leftSection={<IconCheck size={16} aria-hidden />}
              loading={busy}
              onClick={() => void send(() => checkOffice(text), "file.holds")}
              data-testid="office-check"
            >
              {t("file.check")}
            </Button>
          </>
        )}
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => download(text)}
          data-testid="office-download"
        >
          {t("file.download")}
        </Button>
        {may && (
          <FileButton onChange={(f) => void open(f)} accept=".yaml,.yml,text/yaml,application/yaml" inputProps={{ "aria-label": t("file.load") }}>
            {(props) => (
              <Button variant="default" leftSection={<IconFolderOpen size={16} aria-hidden />} {...props}>
                {t("file.load")}
              </Button>
            )}
          </FileButton>
        )}
        {may && (
          <Button variant="default" leftSection={<IconSparkles size={16} aria-hidden />} onClick={() => setBeginning(true)} data-testid="office-new">
            {t("begin.open")}
          </Button>
        )}
        {changed && (
          <Button variant="subtle" onClick={() => change(file.text)}>
            {t("file.revert")}
          </Button>
        )}
        {changed && <Tag tone="ring">{t("file.changed")}</Tag>}
      </div>
      {!may && <Alert color="gray">{t("file.forbidden")}</Alert>}
      {done && (
        <Alert color="green" role="status" data-testid="office-done">
          {t(done)}
        </Alert>
      )}
      {stale && (
        <Alert color="orange" role="alert" title={t("file.stale")} data-testid="office-stale">
          <p>{t("file.staleHint")}</p>
          <Button size="xs" variant="default" onClick={() => (draft.drop(), reload())}>
            {t("file.theirs")}
          </Button>
        </Alert>
      )}
      {faults && <FaultList title={t("file.faults", { count: faults.length })} faults={faults} goTo={(line) => goTo(area.current, line)} />}
      {warnings && warnings.length > 0 && (
        <FaultList warning title={t("file.warnings", { count: warnings.length })} faults={warnings} goTo={(line) => goTo(area.current, line)} />
      )}
      <YamlEditor
        label={t("file.editor")}
        text={text}
        onChange={change}
        marks={[...marksOf(faults, false, said), ...marksOf(warnings, true, said)]}
        areaRef={area}
        readOnly={!may}
      />
      {beginning && <NewOffice onClose={() => setBeginning(false)} onMade={(made) => (change(made), setDone("begin.made"))} />}
    </>
  );
}

/** The browser asks before the window with what is not saved is closed. */
function useStays(changed: boolean) {
  useEffect(() => {
    if (!changed) return;
    const ask = (e: BeforeUnloadEvent) => e.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [changed]);
}

const marksOf = (faults: Faults["faults"] | undefined, warning: boolean, said: (text: string) => string): Mark[] =>
  (faults ?? []).flatMap((f) => (f.line === null ? [] : [{ line: f.line, what: said(f.what), warning }]));

interface FaultListProps {
  title: string;
  faults: Faults["faults"];
  warning?: boolean;
  goTo: (line: number) => void;
}

function FaultList({ title, faults, warning = false, goTo: go }: FaultListProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const said = useSaid();
  return (
    <div className={css.faults} data-warning={warning || undefined} role={warning ? "status" : "alert"} data-testid={warning ? "office-warnings" : "office-faults"}>
      <strong>{title}</strong>
      <ul>
        {faults.map((fault, i) => (
          <li key={i} data-testid="office-fault">
            {fault.line === null ? (
              <span>{t("file.whole")}</span>
            ) : (
              <button type="button" onClick={() => go(fault.line!)}>
                {t("file.line", { line: fault.line })}
              </button>
            )}
            <span>{said(fault.what)}</span>
            {fault.at && !Number.isNaN(Date.parse(fault.at)) && (
              <Link to="/whatif" search={{ at: new Date(fault.at).toISOString() }}>
                {t("file.at", { time: `${moments.day(fault.at)}, ${moments.time(fault.at)}` })}
              </Link>
            )}
            {fault.at && Number.isNaN(Date.parse(fault.at)) && <span>{fault.at}</span>}
            {fault.field && <code>{fault.field}</code>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(area: HTMLTextAreaElement | null, line: number) {
  if (!area) return;
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const height = area.scrollHeight / lines.length;
  area.closest("[data-scroll]")?.scrollTo({ top: Math.max(0, (line - 6) * height) });
}

function download(text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: "office.yaml" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
