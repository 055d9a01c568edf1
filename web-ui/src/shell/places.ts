import {
  IconBook2,
  IconBroadcast,
  IconFileText,
  IconPhoneOutgoing,
  IconPlugConnected,
  IconRecordMail,
  IconScale,
  IconUserQuestion,
} from "@tabler/icons-react";

/** The rooms of the page, in the order of the day. The first four stand in the bar of a small screen. */
export const PLACES = [
  { to: "/", key: "now", icon: IconBroadcast },
  { to: "/promises", key: "promises", icon: IconPhoneOutgoing },
  { to: "/messages", key: "messages", icon: IconRecordMail },
  { to: "/calls", key: "calls", icon: IconBook2 },
  { to: "/balance", key: "balance", icon: IconScale },
  { to: "/lines", key: "lines", icon: IconPlugConnected },
  { to: "/caller", key: "caller", icon: IconUserQuestion },
  { to: "/office", key: "office", icon: IconFileText },
] as const;
