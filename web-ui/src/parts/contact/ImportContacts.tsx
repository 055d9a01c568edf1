import { Alert, Button, FileButton, Group } from "@mantine/core";
import { IconDownload, IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportReport } from "../../api/client.ts";
import { importContacts } from "../../api/contacts.ts";
import { HEADS, useIs } from "../../shell/roles.ts";
import { Section } from "../Section.tsx";
import { useDeed } from "../useDeed.ts";
import { ImportRows } from "./ImportRows.tsx";

/** A table or vCards are first shown row by row with what would become of them, then taken. */
export function ImportContacts() {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const { deed, busy } = useDeed("contacts", "duplicates", "calls", "promises", "messages");
  const heads = useIs(HEADS);
  const send = (chosen: File, preview: boolean) =>
    void deed(async () => {
      setFile(chosen);
      setReport(null);
      setReport(await importContacts(chosen, preview));
    });
  if (!heads) return <Alert color="gray">{t("contact.import.forbidden")}</Alert>;
  return (
    <>
      <Section title={t("contact.import.title")} testId="import">
        <p>{t("contact.import.lead")}</p>
        <Group gap={8}>
          <FileButton onChange={(f) => f && send(f, true)} accept=".csv,.txt,.vcf,.vcard,text/csv,text/vcard" inputProps={{ "aria-label": t("contact.import.choose") }}>
            {(props) => (
              <Button leftSection={<IconFileImport size={17} aria-hidden />} loading={busy} {...props} data-testid="import-choose">
                {t("contact.import.choose")}
              </Button>
            )}
          </FileButton>
          {(["csv", "vcard"] as const).map((format) => (
            <Button
              key={format}
              variant="default"
              component="a"
              href={`/api/contacts/export?format=${format}`}
              download={format === "csv" ? "contacts.csv" : "contacts.vcf"}
              leftSection={<IconDownload size={16} aria-hidden />}
              data-testid={`export-${format}`}
            >
              {t(`contact.export.${format}`)}
            </Button>
          ))}
        </Group>
      </Section>
      {report && file && <ImportRows report={report} file={file.name} busy={busy} onTake={() => send(file, false)} />}
    </>
  );
}
