// Pictures of every page at two widths, with an accessibility check of each: node dev/shots.mjs OUT [base] [lang,lang] [page,page]
// RINGDOWN_NAME and RINGDOWN_PASSWORD: who looks (installer, demo). A page may be an address of one's own: name=/path?query
import { chromium } from "@playwright/test";
import { mkdirSync, readFileSync } from "node:fs";

const [out = "/tmp/shots", base = "http://127.0.0.1:8099", langs = "uk,en", only = ""] = process.argv.slice(2);
const all = {
  morning: "/morning", now: "/", promises: "/promises", messages: "/messages", contacts: "/contacts", duplicates: "/contacts?tab=duplicates",
  learned: "/contacts?tab=learned", import: "/contacts?tab=import", people: "/people", calls: "/calls", balance: "/balance", quality: "/quality",
  targets: "/quality?tab=targets", numbers: "/quality?tab=numbers", lines: "/lines", whatif: "/whatif", prompts: "/prompts", office: "/office",
  caller: "/caller", access: "/access",
};
const pages = only ? Object.fromEntries(only.split(",").map((p) => (p.includes("=/") ? [p.slice(0, p.indexOf("=")), p.slice(p.indexOf("=") + 1)] : [p, all[p]]))) : all;
const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
for (const lang of langs.split(",")) {
  for (const width of [1280, 390]) {
    const context = await browser.newContext({ viewport: { width, height: width === 390 ? 844 : 860 }, deviceScaleFactor: 1, colorScheme: process.env.RINGDOWN_SCHEME ?? "light", bypassCSP: false });
    await context.addInitScript((l) => localStorage.setItem("ringdown.language", l), lang);
    const page = await context.newPage();
    page.on("console", (m) => m.type() === "error" && console.log("console", lang, width, m.text().slice(0, 300)));
    page.on("pageerror", (e) => console.log("pageerror", e.message));
    const look = async (name) => {
      await page.waitForTimeout(500);
      await page.screenshot({ path: `${out}/${name}-${lang}-${width}.png`, fullPage: true });
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
      for (const v of found.violations) console.log("axe", name, lang, width, v.id, v.nodes.slice(0, 3).map((n) => `${n.target} ${n.failureSummary?.split("\n")[1] ?? ""}`).join(" | ").slice(0, 500));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) console.log("too wide by", wide, name, lang, width);
    };
    await page.goto(`${base}/login`);
    await page.getByTestId("login-name").waitFor();
    if (!only) await look("login");
    await page.getByTestId("login-name").fill(process.env.RINGDOWN_NAME ?? "installer");
    await page.getByTestId("login-password").fill(process.env.RINGDOWN_PASSWORD ?? "demo");
    await page.getByTestId("login-submit").click();
    await page.getByTestId("office-clock").waitFor();
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(base + path);
      await page.waitForLoadState("load");
      await page.locator("h1").waitFor();
      await look(name);
    }
    await context.close();
  }
}
await browser.close();
