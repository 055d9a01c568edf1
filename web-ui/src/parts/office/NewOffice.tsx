import { Button, Group, Modal, NumberInput, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useBoard, useMe } from "../../api/queries.ts";
import { type Language, LANGUAGES } from "../../i18n/index.ts";
import { useFocusBack } from "../useFocusBack.ts";
import { type Beginning, COUNTRIES, newOffice, newSecret } from "./newOffice.ts";

interface Props {
  onClose: () => void;
  /** The text goes into the editor; nothing is saved yet. */
  onMade: (text: string) => void;
}

/** Five questions, and an office file that works. */
export function NewOffice({ onClose, onMade }: Props) {
  const { t, i18n } = useTranslation();
  useFocusBack();
  const { data: me } = useMe();
  const { data: board } = useBoard();
  const wanted = (text: string) => (text.trim() ? null : t("begin.wanted"));
  const form = useForm<Beginning>({
    initialValues: {
      name: "",
      country: board?.country ?? "UA",
      language: i18n.language as Language,
      timeZone: board?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      opens: "09:00",
      closes: "18:00",
      people: "",
      analog: board?.board === "none" ? 0 : 2,
      lines: "",
    },
    validate: { name: wanted, people: wanted, opens: wanted, closes: wanted },
  });
  // The browser may know the office's own zone by an older name.
  const zones = [...new Set([form.values.timeZone, ...Intl.supportedValuesOf("timeZone")])];
  const countries = new Intl.DisplayNames(i18n.language, { type: "region" });
  const made = (of: Beginning) => {
    onMade(newOffice(of, me?.name ?? "installer", newSecret));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t("begin.title")} closeButtonProps={{ "aria-label": t("nav.close") }}>
      <form onSubmit={form.onSubmit(made)} data-testid="new-office">
        <Stack>
          <Text size="sm">{t("begin.lead")}</Text>
          <TextInput label={t("begin.name")} description={t("begin.nameHint")} data-autofocus data-testid="new-name" {...form.getInputProps("name")} />
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <Select
              label={t("begin.country")}
              data={COUNTRIES.map((code) => ({ value: code, label: countries.of(code) ?? code }))}
              searchable
              allowDeselect={false}
              {...form.getInputProps("country")}
            />
            <Select label={t("begin.language")} data={LANGUAGES.map((l) => ({ value: l.code, label: l.name }))} allowDeselect={false} {...form.getInputProps("language")} />
            <Select label={t("begin.zone")} data={zones} searchable allowDeselect={false} limit={40} {...form.getInputProps("timeZone")} />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextInput type="time" label={t("begin.opens")} {...form.getInputProps("opens")} />
            <TextInput type="time" label={t("begin.closes")} {...form.getInputProps("closes")} />
            <NumberInput label={t("begin.analog")} min={0} max={8} {...form.getInputProps("analog")} />
          </SimpleGrid>
          <Textarea label={t("begin.people")} description={t("begin.peopleHint")} autosize minRows={3} data-testid="new-people" {...form.getInputProps("people")} />
          <Textarea label={t("begin.lines")} description={t("begin.linesHint")} autosize minRows={2} inputMode="tel" data-testid="new-lines" {...form.getInputProps("lines")} />
          <Text size="sm" c="dimmed">
            {t("begin.secrets")}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("promise.cancel")}
            </Button>
            <Button type="submit" data-testid="new-make">
              {t("begin.make")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
