import type { Contact } from "../../api/client.ts";

/** A card as it stands in the form: one number a line, empty where nothing is said. */
export interface Typed {
  name: string;
  spoken: string;
  numbers: string;
  class: string | null;
  manager: string | null;
  backups: string[];
  greeting: string;
  language: "uk" | "ru" | "en" | null;
  company: string;
  sayName: boolean;
  note: string;
}

export function typedOf(contact: Contact | null): Typed {
  return {
    name: contact?.name ?? "",
    spoken: contact?.spoken ?? "",
    numbers: (contact?.numbers ?? []).join("\n"),
    class: contact?.class ?? null,
    manager: contact?.manager ?? null,
    backups: contact?.backups ?? [],
    greeting: contact?.greeting ?? "",
    language: contact?.language ?? null,
    company: contact?.company ?? "",
    sayName: contact?.sayName ?? true,
    note: contact?.note ?? "",
  };
}

/** What is sent: texts without margins, what is empty as null, numbers one by one. */
export function changeOf(typed: Typed) {
  const text = (value: string) => value.trim() || null;
  return {
    ...typed,
    name: typed.name.trim(),
    spoken: text(typed.spoken),
    numbers: typed.numbers
      .split(/[\n,;]/)
      .map((n) => n.trim())
      .filter(Boolean),
    greeting: text(typed.greeting),
    company: text(typed.company),
    note: text(typed.note),
  };
}
