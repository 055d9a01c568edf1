// How long a person waits, from the click to the rows, by the browser's own clock: node dev/timing.mjs URL [MS]
// On a box with a full ledger (./ringdown bench ledger makes one); RINGDOWN_NAME, RINGDOWN_PASSWORD. Prints ms, DOM nodes, kB of JSON, longest freeze, processor time of the page (what counts on a busy machine); * over MS.
import { chromium } from "@playwright/test";

const [base = "http://127.0.0.1:8080", most = "300"] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 860 }, bypassCSP: true })).newPage();
page.on("pageerror", (e) => console.log("pageerror", e.message));
await page.addInitScript(() => {
  localStorage.setItem("ringdown.language", "en");
  window.freezes = [];
  new PerformanceObserver((list) => window.freezes.push(...list.getEntries().map((e) => e.duration))).observe({ type: "longtask" });
});

// Processor time of the page's own thread: the same on a busy machine as on an idle one.
const devtools = await page.context().newCDPSession(page);
await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
const busy = async () => 1000 * (await devtools.send("Performance.getMetrics")).metrics.find((one) => one.name === "TaskDuration").value;

/** Does something in the page and waits until what is wanted is painted and nothing loads any more. */
async function timed(name, deed, wanted, ...given) {
  const before = await busy();
  const found = await page.evaluate(
    async ([deed, wanted, given]) => {
      // oxlint-disable-next-line no-eval -- our own functions, sent into the page as text
      const of = (text) => eval(`(${text})`);
      performance.clearResourceTimings();
      window.freezes.length = 0;
      const main = () => document.querySelector("main");
      const begun = performance.now();
      of(deed)(...given);
      const wait = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
      let shown = false;
      do {
        await wait();
        shown = !main()?.querySelector("[role=status] .mantine-Loader-root, [data-loading=true]") && of(wanted)(...given);
      } while (!shown && performance.now() - begun < 15_000);
      const ms = performance.now() - begun;
      await new Promise((r) => setTimeout(r, 300));
      const asked = performance.getEntriesByType("resource").filter((e) => e.name.includes("/api/") && !e.name.includes("/api/live"));
      return {
        ms: shown ? ms : Infinity,
        nodes: document.querySelectorAll("*").length,
        kb: asked.reduce((sum, e) => sum + e.decodedBodySize, 0) / 1024,
        slowest: asked.map((e) => [e.duration, new URL(e.name).pathname]).sort((a, b) => b[0] - a[0])[0],
        freeze: Math.max(0, ...window.freezes),
      };
    },
    [deed.toString(), wanted.toString(), given],
  );
  const cpu = (await busy()) - before;
  const mark = found.ms > Number(most) || found.freeze > Number(most) ? "*" : " ";
  const slowest = found.slowest ? `${Math.round(found.slowest[0])} ms ${found.slowest[1]}` : "";
  console.log(`${mark} ${name.padEnd(44)} ${String(Math.round(found.ms)).padStart(6)} ms ${String(found.nodes).padStart(6)} nodes ${found.kb.toFixed(0).padStart(6)} kB  freeze ${Math.round(found.freeze)} ms  cpu ${Math.round(cpu)} ms  ${slowest}`);
}

const click = (id) => document.querySelector(`[data-testid="${id}"]`).click();
const there = (id, sight) => document.querySelector(sight) !== null;
const go = (place, sight) => timed(place, click, there, `nav-${place}`, sight);
const tab = (id, sight) => timed(`  ${id}`, click, there, id, sight);

await page.goto(`${base}/login`);
await page.getByTestId("login-name").fill(process.env.RINGDOWN_NAME ?? "installer");
await page.getByTestId("login-password").fill(process.env.RINGDOWN_PASSWORD ?? "bench-Pass-2231");
await page.getByTestId("login-submit").click();
await page.getByTestId("office-clock").waitFor();
await page.waitForTimeout(3000);

await go("morning", "[data-testid=morning]");
await go("now", "[data-testid=figure-in] dd");
await go("promises", "[data-testid=promise]");
for (const n of [1, 2, 3, 0]) {
  await timed(
    `  promises: filter ${n}`,
    (i) => document.querySelectorAll("[data-testid=promise-filter] input")[i].click(),
    (i) => document.querySelectorAll("[data-testid=promise-filter] input")[i].checked && document.querySelector("[data-testid=promise], [data-testid=empty]") !== null,
    n,
  );
}
await go("messages", "[data-testid=message]");
/** The next pages: newer ones leave the list as older ones come, so the last row tells. */
const more = async (what, rows) => {
  for (let i = 2; i <= 8; i++) {
    const last = await page.evaluate((sight) => [...document.querySelectorAll(sight)].at(-1)?.textContent, rows);
    if ((await page.getByText("Show more", { exact: true }).count()) === 0) break;
    await timed(
      `  ${what}: page ${i}`,
      () => [...document.querySelectorAll("main button")].findLast((b) => b.textContent === "Show more").click(),
      (sight, before) => [...document.querySelectorAll(sight)].at(-1)?.textContent !== before,
      rows,
      last,
    );
  }
};
await more("messages", "[data-testid=message]");
await go("contacts", "[data-testid=contact-row]");
await more("contacts", "[data-testid=contact-row]");
await tab("contacts-duplicates", "[data-testid=duplicate], [data-testid=empty]");
await tab("contacts-learned", "[data-testid=learned-undo], [data-testid=empty]");
await go("people", "[data-testid^=person-]");
await go("calls", "[data-testid=call-row]");
await more("calls", "[data-testid=call-row]");
const filter = async (name, text, sight) => {
  const id = `log-${name}`;
  await page.getByTestId(id).click();
  await page.getByRole("option", { name: text, exact: true }).waitFor();
  await timed(
    `  calls: ${name} ${text}`,
    (t) => [...document.querySelectorAll("[role=option]")].find((o) => o.textContent === t).click(),
    (t, s) => [...document.querySelectorAll("[data-testid=call-row]")].some((row) => row.textContent.includes(s)),
    text,
    sight ?? text,
  );
};
await filter("line", "fxo:3");
await page.getByTestId("log-clear").click();
await page.waitForTimeout(800);
await filter("outcome", "gave up");
await page.getByTestId("log-clear").click();
await page.waitForTimeout(800);
await timed(
  "  calls: caller's last digits (350 ms of them are the pause after typing)",
  () => {
    const field = document.querySelector("[data-testid=log-caller]");
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, "1234");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  },
  () => location.search.includes("1234") && document.querySelector("[data-testid=call-row], [data-testid=empty]") !== null,
);
await page.getByTestId("log-clear").click();
await page.waitForTimeout(800);
await timed("  calls: one opened", () => document.querySelector("[data-testid=call-row] button").click(), () => document.querySelector("[data-testid=call-details]") !== null);
await page.keyboard.press("Escape");
await page.waitForTimeout(500);
await go("balance", "[data-testid=balance-in]");
for (let i = 0; i < (await page.locator("[data-testid=balance-period] input").count()); i++) {
  await timed(`  balance: period ${i}`, (n) => document.querySelectorAll("[data-testid=balance-period] input")[n].click(), () => document.querySelector("[data-testid=balance-in]") !== null, i);
}
await go("quality", "[data-testid=review], [data-testid=empty]");
for (const [id, sight] of [
  ["quality-deviations", "[data-testid=deviation], [data-testid=empty]"],
  ["quality-targets", "[data-testid^=target-]"],
  ["quality-numbers", "[data-testid=number]"],
  ["quality-trial", "[data-testid=trial]"],
]) {
  await tab(id, sight);
}
await go("lines", "[data-testid='line-fxo:1']");
await go("whatif", "[data-testid=whatif-ask]");
await go("prompts", "[data-testid=prompts-phrases], [data-testid^=prompt-]");
await go("office", "[data-testid=office-text]");
await go("access", "[data-testid=password-old]");
await browser.close();
