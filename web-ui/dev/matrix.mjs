// Every page in three languages, at 390 and 1280 px, light and dark, each looked at by program: node dev/matrix.mjs URL [OUT] [uk,ru,en] [page,page]
// Says: wider than the screen, a code or an English word where Ukrainian or Russian is wanted, contrast and names (axe), errors of the console,
// answers of the box from 400 on, controls whose focus cannot be seen. RINGDOWN_NAME, RINGDOWN_PASSWORD; exit code 1 where anything was found.
import { chromium } from "@playwright/test";
import { mkdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const [base = "http://127.0.0.1:8080", out = "", langs = "uk,ru,en", only = ""] = process.argv.slice(2);
const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
if (out) mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let found = 0;
const say = (...what) => (found++, console.log(...what));

/** Names of standards, units and formats, the same in every language; proper names. */
const SAME = "ABC DEF GHI JKL MNO PQRS TUV WXYZ Excel Google FXO FXS SIP RTP WAV MP3 mA dB CSV vCard vCards VCF YAML PIN DTMF FSK ETSI NTT Bellcore British Telecom HTTPS API USB LED GMT UTC English Ringdown Viber PBX ATA ONT Bearer Ctrl Esc Enter Tab fxo fxs sip".split(" ");

/** What the office has named itself stays as it is named. */
function names(text) {
  const words = new Set(SAME);
  const own = /^(name|why|purpose|printed|company|spoken|text|greeting|port|user|host|music|person|to|via)$/;
  const take = (value) => String(value).match(/[A-Za-z]{3,}/g)?.forEach((word) => words.add(word));
  const walk = (value, key) => {
    if (Array.isArray(value)) for (const one of value) walk(one, key);
    else if (value && typeof value === "object") {
      for (const [k, v] of Object.entries(value)) {
        if (key === "scripts" || key === "modes") take(k);
        walk(v, k);
      }
    } else if (own.test(key ?? "")) take(value);
  };
  walk(parse(text), "");
  return [...words];
}

/** In the page: the texts that are seen or read out, but those that are code or somebody's own words. */
function texts() {
  const seen = [];
  const skip = "code, pre, textarea, script, style, [translate=no], [data-own]";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim() && !parent.closest(skip) && parent.checkVisibility({ contentVisibilityAuto: false })) seen.push(node.data.trim());
  }
  for (const one of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
    if (one.closest(skip)) continue;
    for (const name of ["aria-label", "placeholder", "title"]) if (one.getAttribute(name)) seen.push(one.getAttribute(name));
  }
  return seen;
}

const CODE = /\b(?:[a-z]+[A-Z][A-Za-z]*|[A-Za-z]+_\w+|[a-z]{3,}(?:\.[a-z]\w+)+)\b/g;

function foreign(all, lang, known) {
  const wrong = new Set();
  for (const text of all) {
    const plain = text.replace(/https?:\S+|\S+@\S+|\S+\.(ya?ml|csv|wav|vcf|json|example)\b/g, " ");
    for (const word of plain.match(CODE) ?? []) if (!known.includes(word)) wrong.add(`code ${word} in “${text.slice(0, 60)}”`);
    if (lang === "en") continue;
    for (const word of plain.match(/[A-Za-z]{3,}/g) ?? []) if (!known.includes(word)) wrong.add(`${word} in “${text.slice(0, 60)}”`);
  }
  return [...wrong];
}

/** Controls that change nothing to be seen when the keyboard reaches them. */
async function unseenFocus(page) {
  const blind = new Set();
  await page.evaluate(() => document.activeElement?.blur());
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const one = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      // The browser draws the focus within its own player.
      if (at.tagName === "AUDIO") return { said: "", seen: true };
      const style = (e) => ((s) => [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor].join())(getComputedStyle(e));
      // The mark may stand on the control, on the frame around it, or on what stands after it.
      const up = (e, n) => (n === 0 || !e ? [] : [e, ...up(e.parentElement, n - 1)]);
      const marked = [...up(at, 5), at.nextElementSibling].filter(Boolean);
      const now = marked.map(style);
      at.blur();
      const then = marked.map(style);
      at.focus({ focusVisible: true, preventScroll: true });
      const said = at.getAttribute("data-testid") ?? at.getAttribute("aria-label") ?? at.textContent.trim().slice(0, 30) ?? at.tagName;
      return { said: `${at.tagName.toLowerCase()} ${said}`, seen: now.join() !== then.join() };
    });
    if (!one) break;
    if (!one.seen) blind.add(one.said);
  }
  return [...blind];
}

async function enter(page) {
  await page.goto(`${base}/login`);
  await page.getByTestId("login-name").fill(process.env.RINGDOWN_NAME ?? "installer");
  await page.getByTestId("login-password").fill(process.env.RINGDOWN_PASSWORD ?? "change-me-now");
  await page.getByTestId("login-submit").click();
  await page.getByTestId("office-clock").waitFor();
}

/** Everything that can be opened by an address; what the account may not see is left out by the page's own list. */
async function places(page) {
  const ask = async (path) => (await page.request.get(base + path)).json();
  const first = async (path) => (await ask(path)).items?.[0];
  const seen = await page.locator("[data-testid^=nav-]").evaluateAll((all) => all.map((a) => a.getAttribute("href")).filter(Boolean));
  const [call, contact, line] = [await first("/api/calls?outcome=talked&limit=1"), await first("/api/contacts?limit=1"), (await ask("/api/lines")).items.find((l) => l.kind === "fxo")];
  const more = {
    "/promises": ["?tab=winBack", "?tab=asking"],
    "/contacts": ["?tab=duplicates", "?tab=learned", "?tab=import", "?card=new", contact && `?card=${contact.id}`],
    "/calls": [call && `?call=${call.id}`, "?outcome=gaveUp"],
    "/quality": ["?tab=deviations", "?tab=targets", "?tab=numbers", "?tab=trial"],
    "/lines": [line && `/${line.port}`],
    "/balance": ["?from=2026-11-01&to=2026-11-23"],
  };
  return [...new Set(seen)].flatMap((path) => [path, ...(more[path] ?? []).filter(Boolean).map((end) => path + end)]);
}

for (const lang of langs.split(",")) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, bypassCSP: true, reducedMotion: "reduce" });
  await context.addInitScript((l) => localStorage.setItem("ringdown.language", l), lang);
  const page = await context.newPage();
  let where = "login";
  page.on("console", (m) => m.type() === "error" && say("console", where, lang, m.text().slice(0, 200)));
  page.on("pageerror", (e) => say("pageerror", where, lang, e.message));
  page.on("response", (r) => r.status() >= 400 && !(where === "login" && r.status() === 401) && say("refused", where, lang, r.status(), new URL(r.url()).pathname));
  await enter(page);
  const office = await page.request.get(`${base}/api/office`);
  const known = names(office.ok() ? await office.text() : readFileSync(new URL("./day.yaml", import.meta.url), "utf8"));
  known.push(...((await (await page.request.get(`${base}/api/me`)).json()).name.match(/[A-Za-z]{3,}/g) ?? []));
  const people = (await (await page.request.get(`${base}/api/people`)).json()).items ?? [];
  for (const one of people) known.push(...(one.name.match(/[A-Za-z]{3,}/g) ?? []));
  for (const path of (await places(page)).filter((p) => !only || only.split(",").includes(p))) {
    where = path;
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.goto(base + path);
    await page.locator("h1").first().waitFor();
    await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => undefined);
    await page.waitForTimeout(300);
    for (const wrong of foreign(await page.evaluate(texts), lang, known)) say("words", where, lang, wrong);
    if (lang === "en") for (const blind of await unseenFocus(page)) say("focus", where, blind);
    await page.evaluate(axe);
    // What lies under the bar of a small screen is scrolled out of it by whoever wants it.
    await page.addStyleTag({ content: "nav:has([data-testid=nav-more]) { position: static !important; }" });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 860 });
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.waitForTimeout(120);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) say("too wide by", wide, where, lang, width);
        const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        const { violations } = await page.evaluate((runOnly) => window.axe.run({ runOnly }), rules);
        for (const v of violations) say("axe", where, lang, width, colorScheme, v.id, v.nodes.slice(0, 2).map((n) => `${n.target} ${n.failureSummary?.split("\n")[1] ?? ""}`).join(" | ").slice(0, 300));
        if (out) await page.screenshot({ path: `${out}/${path.replace(/[^a-z0-9]+/gi, "-").slice(0, 40)}-${lang}-${width}-${colorScheme}.png`, fullPage: true });
      }
    }
  }
  await context.close();
}
await browser.close();
console.log(found === 0 ? "nothing found" : `${found} found`);
process.exitCode = found === 0 ? 0 : 1;
