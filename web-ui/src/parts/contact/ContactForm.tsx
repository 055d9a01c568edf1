import { Button, Group, Select, Switch, Textarea, TextInput, MultiSelect } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { ApiError, type Contact } from "../../api/client.ts";
import { saveContact } from "../../api/contacts.ts";
import { usePeople } from "../../api/queries.ts";
import { useClassChoices } from "../../format.ts";
import { LANGUAGES } from "../../i18n/index.ts";
import { useSaid } from "../../i18n/said.ts";
import { draftOf } from "../draft.ts";
import { useDeed } from "../useDeed.ts";
import css from "./ContactForm.module.css";
import { changeOf, type Typed, typedOf } from "./typed.ts";

interface Props {
  contact: Contact | null;
  /** What a new card begins with. */
  start?: Partial<Typed>;
  onSaved: (contact: Contact) => void;
  onCancel: () => void;
}

/** A contact's card to be filled in; a refusal of the box stands at the field that it is about. */
export function ContactForm({ contact, start, onSaved, onCancel }: Props) {
  const { t } = useTranslation();
  const { data: people } = usePeople();
  const { deed, busy } = useDeed("contacts", "contact", "calls", "call", "promises", "messages", "morning", "duplicates", "live");
  const said = useSaid();
  const draft = draftOf<Typed>(`contact ${contact?.id ?? "new"}`);
  const form = useForm<Typed>({
    initialValues: draft.left ?? { ...typedOf(contact), ...start },
    onValuesChange: draft.keep,
    validate: { name: (name) => (name.trim() ? null : t("contact.nameWanted")) },
  });
  const save = (values: Typed) =>
    deed(async () => {
      try {
        const saved = await saveContact(contact?.id ?? null, changeOf(values));
        draft.drop();
        onSaved(saved);
      } catch (failure) {
        if (!(failure instanceof ApiError) || !failure.field || !(failure.field in values)) throw failure;
        form.setFieldError(failure.field, said(failure.message));
        form.getInputNode(failure.field)?.focus();
      }
    });
  const persons = (people ?? []).map((p) => ({ value: p.extension, label: `${p.name} · ${p.extension}` }));
  const classes = useClassChoices(contact?.class);
  const leave = () => {
    draft.drop();
    onCancel();
  };
  return (
    <form className={css.form} onSubmit={form.onSubmit((values) => void save(values))} data-testid="contact-form">
      <TextInput label={t("contact.name")} withAsterisk data-testid="contact-name" {...form.getInputProps("name")} />
      <TextInput label={t("contact.spoken")} description={t("contact.spokenHint")} {...form.getInputProps("spoken")} />
      <Textarea
        label={t("contact.numbers")}
        description={t("contact.numbersHint")}
        autosize
        minRows={2}
        inputMode="tel"
        data-testid="contact-numbers"
        {...form.getInputProps("numbers")}
      />
      <div className={css.pair}>
        <Select label={t("call.class")} placeholder={t("call.noClass")} data={classes} clearable clearButtonProps={{ "aria-label": t("call.noClass") }} {...form.getInputProps("class")} data-testid="contact-class" />
        <TextInput label={t("contact.company")} {...form.getInputProps("company")} />
        <Select label={t("contact.manager")} placeholder={t("call.nobody")} data={persons} clearable clearButtonProps={{ "aria-label": t("call.nobody") }} searchable {...form.getInputProps("manager")} />
        <MultiSelect label={t("contact.backups")} data={persons} searchable {...form.getInputProps("backups")} />
        <Select
          label={t("contact.language")}
          placeholder={t("contact.languageOffice")}
          data={LANGUAGES.map((l) => ({ value: l.code, label: l.name }))}
          clearable
          clearButtonProps={{ "aria-label": t("contact.languageOffice") }}
          {...form.getInputProps("language")}
        />
        <TextInput label={t("contact.greeting")} placeholder={t("contact.greetingHint")} {...form.getInputProps("greeting")} />
      </div>
      <Switch label={t("contact.sayName")} {...form.getInputProps("sayName", { type: "checkbox" })} />
      <Textarea label={t("contact.note")} autosize minRows={2} {...form.getInputProps("note")} />
      <Group>
        <Button type="submit" loading={busy} data-testid="contact-save">
          {t("call.save")}
        </Button>
        <Button variant="default" onClick={leave}>
          {t("promise.cancel")}
        </Button>
      </Group>
    </form>
  );
}
