import { api, got } from "./client.ts";

/** The office file's text with the mark of its version. */
export interface OfficeFile {
  text: string;
  etag: string;
}

const YAML = { "Content-Type": "application/yaml" };

export async function loadOffice(): Promise<OfficeFile> {
  let etag = "";
  const text = await got(
    api.GET("/api/office", { parseAs: "text" }).then((answer) => {
      etag = answer.response.headers.get("ETag") ?? "";
      return answer;
    }),
  );
  return { text, etag };
}

/** Saves if nobody else has meanwhile (else ApiError 412; faults: 422) and gives the new mark and what will not work as written. */
export async function saveOffice(text: string, etag: string) {
  const params = { header: { "If-Match": etag } };
  return got(api.PUT("/api/office", { params, body: text, bodySerializer: (b) => b, headers: YAML }));
}

/** Tries the text as saving would: ApiError 422 with every fault; else the warnings. */
export async function checkOffice(text: string) {
  return (await got(api.POST("/api/office/check", { body: text, bodySerializer: (b) => b, headers: YAML }))).warnings;
}
