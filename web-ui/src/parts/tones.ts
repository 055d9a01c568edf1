import type { Call, LineState, Outcome, Person, Stage } from "../api/client.ts";
import type { Tone } from "./Section.tsx";

export const OUTCOME_TONE: Record<Outcome, Tone> = {
  ringing: "ring",
  talking: "talk",
  talked: "talk",
  message: "owed",
  gaveUp: "late",
  refused: "calm",
  interrupted: "late",
  notAnswered: "calm",
  busy: "calm",
  failed: "late",
};

export const RESULT_TONE: Record<NonNullable<Stage["result"]>, Tone> = {
  answered: "talk",
  noAnswer: "calm",
  busy: "calm",
  unreachable: "late",
  callerLeft: "late",
};

export const LINE_TONE: Record<LineState, Tone> = {
  idle: "calm",
  ringing: "ring",
  dialling: "ring",
  talking: "talk",
  released: "ring",
  inUse: "owed",
  dead: "late",
  registered: "talk",
  unregistered: "late",
  unreachable: "late",
  static: "calm",
};

/** A person's state as one word and colour; a telephone that is off goes before all but a going call. */
export function standing(person: Person): { word: Person["state"] | "off"; tone: Tone } {
  if (person.state === "talking") return { word: "talking", tone: "owed" };
  if (person.state === "ringing") return { word: "ringing", tone: "ring" };
  if (person.state === "onLeave") return { word: "onLeave", tone: "calm" };
  if (!person.registered) return { word: "off", tone: "late" };
  if (person.state === "free") return { word: "free", tone: "talk" };
  return { word: person.state, tone: "calm" };
}

export const going = (call: Call): boolean => call.outcome === "ringing" || call.outcome === "talking";
