import { useQuery } from "@tanstack/react-query";
import { usePages } from "./pages.ts";
import { api, type Call, type Contact, type ContactChange, got, type ImportReport } from "./client.ts";

export const useContacts = (q: string) =>
  usePages(["contacts", q], (after) => got(api.GET("/api/contacts", { params: { query: { q: q || undefined, after } } })), { keep: true });

export const useContact = (id: string | null) =>
  useQuery({
    queryKey: ["contact", id],
    enabled: id !== null,
    queryFn: () => got(api.GET("/api/contacts/{id}", { params: { path: { id: id! } } })),
  });

/** Everybody who has this number. */
export function useSharing(number: string | null): Contact[] {
  const { data } = useQuery({
    queryKey: ["contacts", "sharing", number],
    enabled: number !== null,
    queryFn: async () => (await got(api.GET("/api/contacts", { params: { query: { q: number!, limit: 20 } } }))).items,
  });
  return (data ?? []).filter((contact) => contact.numbers.includes(number!));
}

export const useDuplicates = () =>
  useQuery({
    queryKey: ["duplicates"],
    queryFn: async () => (await got(api.GET("/api/contacts/duplicates", { params: { query: { limit: 200 } } }))).items,
  });

/** The newest calls with any of the numbers, newest first, each once. */
export const useCallsOf = (numbers: string[]) =>
  useQuery({
    queryKey: ["calls", "of", ...numbers],
    enabled: numbers.length > 0,
    queryFn: async () => {
      const pages = await Promise.all(
        numbers.map((caller) => got(api.GET("/api/calls", { params: { query: { caller, limit: 20 } } }))),
      );
      const all = new Map<string, Call>(pages.flatMap((page) => page.items.map((c) => [c.id, c] as const)));
      return [...all.values()].toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
    },
  });

export const useLearned = (refused: boolean) =>
  usePages(["learned", refused], (after) => got(api.GET("/api/learned", { params: { query: { refused, after } } })));

export const forgetLearned = (id: string) => got(api.DELETE("/api/learned/{id}", { params: { path: { id } } }));

export const saveContact = (id: string | null, change: ContactChange & { name: string }) =>
  id === null
    ? got(api.POST("/api/contacts", { body: change as never }))
    : got(api.PATCH("/api/contacts/{id}", { params: { path: { id } }, body: change }));

export const deleteContact = (id: string) => got(api.DELETE("/api/contacts/{id}", { params: { path: { id } } }));

/** The other card becomes part of `id`. */
export const joinContacts = (id: string, other: string) =>
  got(api.POST("/api/contacts/{id}/join", { params: { path: { id } }, body: { contact: other } }));

/** The caller of a call becomes a contact, or a further number of the contact named. */
export const contactOfCall = (call: string, body: { contact?: string; name?: string }) =>
  got(api.POST("/api/calls/{id}/contact", { params: { path: { id: call } }, body }));

/** Sends the file's bytes as they are: the box finds out how they are written. */
export async function importContacts(file: File, preview: boolean): Promise<ImportReport> {
  const vcard = /\.(vcf|vcard)$/i.test(file.name) || file.type === "text/vcard";
  const bytes = await file.arrayBuffer();
  return got(
    api.POST("/api/contacts/import", {
      params: { query: { preview } },
      body: bytes as unknown as string,
      bodySerializer: (b) => b as unknown as BodyInit,
      headers: { "Content-Type": vcard ? "text/vcard" : "text/csv" },
    }),
  );
}
