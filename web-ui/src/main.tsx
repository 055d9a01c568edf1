import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@fontsource-variable/inter/wght.css";
import "./look.css";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { startLanguage } from "./i18n/index.ts";
import { nonce } from "./nonce.ts";

// A part of the page that is gone since the box was renewed: fetch the page anew.
window.addEventListener("vite:preloadError", () => location.reload());
nonce();
void startLanguage().then(() => {
  createRoot(document.getElementById("root")!).render(<App />);
});
