import createClient from "openapi-fetch";
import type { components, paths } from "./schema";

type Schemas = components["schemas"];
export type Call = Schemas["Call"];
export type Stage = Schemas["Stage"];
export type Outcome = Schemas["Outcome"];
export type Promised = Schemas["Promise"];
export type CloseHow = Schemas["CloseHow"];
export type Message = Schemas["Message"];
export type Person = Schemas["Person"];
export type Line = Schemas["Line"];
export type LineState = Schemas["LineState"];
export type Alarm = Schemas["Alarm"];
export type Ban = Schemas["Ban"];
export type Board = Schemas["Board"];
export type Topic = Schemas["Topic"];
export type Music = Schemas["Music"];
export type Greeting = Schemas["Greeting"];
export type Balance = Schemas["Balance"];
export type DeafTime = Schemas["DeafTime"];
export type ProviderTask = Schemas["ProviderTask"];
export type Override = Schemas["Override"];
export type Contact = Schemas["Contact"];
export type ContactChange = Schemas["ContactChange"];
export type Duplicate = Schemas["Duplicate"];
export type ImportReport = Schemas["ImportReport"];
export type Learned = Schemas["Learned"];
export type Path = Schemas["Path"];
export type PathStep = Schemas["PathStep"];
export type Prompt = Schemas["Prompt"];
export type Token = Schemas["Token"];
export type Me = Schemas["Me"];
export type Faults = Schemas["Faults"];
export type SimulatedLine = Schemas["SimulatedLine"];
export type SimulatedTelephone = Schemas["SimulatedTelephone"];
export type Scheme = NonNullable<
  NonNullable<paths["/api/simulator/lines/{n}/ring"]["post"]["requestBody"]>["content"]["application/json"]["scheme"]
>;

/** An answer that is not 2xx, or none at all (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly field: string | null;
  readonly body: unknown;
  constructor(status: number, message: string, field: string | null, body?: unknown) {
    super(message);
    this.status = status;
    this.field = field;
    this.body = body;
  }
}

/** Fired on the window when the box says that the session is over. */
export const LOGGED_OUT = "ringdown:logged-out";
/** Fired when the same person has logged in again without leaving the page. */
export const LOGGED_IN = "ringdown:logged-in";

// The fetch of the moment of the call, so that tests can stand in for the box.
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? "",
  fetch: (request) => globalThis.fetch(request),
});

/** The body of a 2xx answer; anything else is thrown as an ApiError. */
export async function got<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let result;
  try {
    result = await answer;
  } catch (failure) {
    if (failure instanceof SyntaxError) throw new ApiError(502, failure.message, null);
    throw new ApiError(0, "", null);
  }
  if (result.response.ok) return result.data as T;
  const { status } = result.response;
  if (status === 401) window.dispatchEvent(new Event(LOGGED_OUT));
  const body = (result.error ?? {}) as { error?: string; field?: string | null };
  throw new ApiError(status, body.error ?? "", body.field ?? null, result.error);
}

/** Sends sound to a simulated line or telephone. */
export async function say(kind: "lines" | "telephones", n: number, wav: Blob): Promise<void> {
  const response = await fetch(`/api/simulator/${kind}/${n}/say`, {
    method: "POST",
    headers: { "Content-Type": "audio/wav" },
    body: wav,
  });
  await got(
    Promise.resolve({
      data: undefined,
      error: response.ok ? undefined : await response.json().catch(() => ({})),
      response,
    }),
  );
}
