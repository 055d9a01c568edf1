import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const box = process.env.RINGDOWN_BOX ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  // The server puts a fresh nonce here for every answer: nothing on the page runs or is styled without it.
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: process.env.PAGE_OUT ?? "../target/web-ui",
    emptyOutDir: true,
    target: "es2022",
    // Data addresses and the preload polyfill's inline script would need `unsafe-inline`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  worker: { format: "es" },
  // The test of i18n/said.ts reads the texts in the Java sources.
  server: { host: "127.0.0.1", fs: { allow: [".", "../src/main/java", "../src/main/resources"] }, proxy: { "/api": { target: box, ws: true } } },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    // Typing into a form takes long where other work keeps the processors busy.
    testTimeout: 30_000,
    setupFiles: ["src/test/setup.ts"],
  },
});
