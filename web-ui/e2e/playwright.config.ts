import { defineConfig } from "@playwright/test";

// Against a box that runs: RINGDOWN_URL, RINGDOWN_NAME, RINGDOWN_PASSWORD; RINGDOWN_MIC is a WAV that the microphone says.
const mic = process.env.RINGDOWN_MIC;

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.RINGDOWN_URL ?? "http://127.0.0.1:8080",
    ignoreHTTPSErrors: true,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        ...(mic ? [`--use-file-for-fake-audio-capture=${mic}`] : []),
      ],
    },
  },
});
