import {
  IconAddressBook,
  IconBook2,
  IconBroadcast,
  IconFileText,
  IconGauge,
  IconKey,
  IconMicrophone2,
  IconPhoneOutgoing,
  IconPlugConnected,
  IconRecordMail,
  IconRouteAltLeft,
  IconScale,
  IconSunrise,
  IconUserQuestion,
  IconUsers,
} from "@tabler/icons-react";
import { SEES_RULES } from "./roles.ts";

interface Place {
  to: string;
  key: string;
  icon: typeof IconSunrise;
  /** Places of one group stand together. */
  group: "day" | "who" | "office";
  /** Only for these roles; left out: for all. */
  roles?: readonly string[];
  /** Only where lines are simulated. */
  simulated?: true;
}

/** The rooms of the page, in the order of the day. The first four stand in the bar of a small screen. */
export const PLACES = [
  { to: "/morning", key: "morning", icon: IconSunrise, group: "day" },
  { to: "/", key: "now", icon: IconBroadcast, group: "day" },
  { to: "/promises", key: "promises", icon: IconPhoneOutgoing, group: "day" },
  { to: "/messages", key: "messages", icon: IconRecordMail, group: "day" },
  { to: "/contacts", key: "contacts", icon: IconAddressBook, group: "who" },
  { to: "/people", key: "people", icon: IconUsers, group: "who" },
  { to: "/calls", key: "calls", icon: IconBook2, group: "who" },
  { to: "/balance", key: "balance", icon: IconScale, group: "who" },
  { to: "/quality", key: "quality", icon: IconGauge, group: "who" },
  { to: "/lines", key: "lines", icon: IconPlugConnected, group: "office" },
  { to: "/whatif", key: "whatif", icon: IconRouteAltLeft, group: "office", roles: SEES_RULES },
  { to: "/prompts", key: "prompts", icon: IconMicrophone2, group: "office" },
  { to: "/office", key: "office", icon: IconFileText, group: "office", roles: SEES_RULES },
  { to: "/caller", key: "caller", icon: IconUserQuestion, group: "office", simulated: true },
  { to: "/access", key: "access", icon: IconKey, group: "office" },
] as const satisfies readonly Place[];

export type PlaceOf = (typeof PLACES)[number];
export const seenBy = (role: string | undefined, lines: string | undefined): PlaceOf[] =>
  PLACES.filter(
    (place) => (!("roles" in place) || (role !== undefined && place.roles.includes(role))) && (!("simulated" in place) || lines === "simulated"),
  );
