import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { resources } from "./all.ts";

export type Language = "uk" | "ru" | "en";
export const LANGUAGES: { code: Language; name: string }[] = [
  { code: "uk", name: "Українська" },
  { code: "ru", name: "Русский" },
  { code: "en", name: "English" },
];

const KEY = "ringdown.language";

function chosen(): Language | null {
  try {
    const kept = localStorage.getItem(KEY);
    return LANGUAGES.some((l) => l.code === kept) ? (kept as Language) : null;
  } catch {
    return null; // storage is forbidden
  }
}

/** The person's own choice on this computer, else the office's language, else English. */
export async function startLanguage(): Promise<void> {
  let lng: Language = chosen() ?? "en";
  if (!chosen()) {
    try {
      const health = await (await fetch("/api/health")).json();
      if (LANGUAGES.some((l) => l.code === health.language)) lng = health.language;
    } catch {
      // the box is not up yet: the page says so itself
    }
  }
  await i18next.use(initReactI18next).init({
    lng,
    fallbackLng: "en",
    resources,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = lng;
}

/** Chosen by a person: kept on this computer. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // storage is forbidden: the choice holds until the page is closed
  }
  setLanguage(language);
}

/** The account's language, unless a person chose on this computer. */
export function proposeLanguage(language: Language): void {
  if (!chosen()) setLanguage(language);
}

function setLanguage(language: Language): void {
  if (i18next.language === language) return;
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
