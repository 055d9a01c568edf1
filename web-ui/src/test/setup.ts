import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll } from "vitest";
import { resources } from "../i18n/all.ts";

// A page's lists take seconds to be there while the whole suite goes on beside; what comes is not waited for any longer.
configure({ asyncUtilTimeout: 20_000 });

// happy-dom has no document.fonts, to which text areas that grow listen.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    resources,
    interpolation: { escapeValue: false },
  });
});
afterEach(cleanup);
