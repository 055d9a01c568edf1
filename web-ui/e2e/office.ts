import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Locator, type Page } from "@playwright/test";

const name = process.env.RINGDOWN_NAME ?? "installer";
export const password = process.env.RINGDOWN_PASSWORD ?? "demo";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const PLACES = [
  "/", "/morning", "/promises", "/promises?tab=winBack", "/messages", "/contacts", "/contacts?tab=duplicates", "/contacts?tab=learned", "/contacts?tab=import", "/contacts?card=new",
  "/people", "/calls", "/balance", "/quality", "/quality?tab=deviations", "/quality?tab=targets", "/quality?tab=numbers",
  "/lines", "/whatif", "/prompts", "/office", "/caller", "/access",
];

/** Logs in in the given language and stands on the first page of whoever that is. */
export async function enter(page: Page, language = "en"): Promise<void> {
  await page.addInitScript((l) => {
    if (!localStorage.getItem("ringdown.language")) localStorage.setItem("ringdown.language", l);
  }, language);
  await page.goto("/");
  await page.getByTestId("login-name").fill(name);
  await page.getByTestId("login-password").fill(password);
  await page.getByTestId("login-submit").click();
  await expect(page.getByTestId("office-clock")).toBeVisible();
}

/** No violation of WCAG 2.2 A and AA on what stands on the page now. */
export async function accessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const run = (window as unknown as { axe: { run: (o: object) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } }).axe.run;
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    return (await run({ runOnly: tags })).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(", ")}`);
  });
  expect(found).toEqual([]);
}

/** What the console and the page complain of, content security included. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (m) => m.type() === "error" && heard.push(m.text()));
  page.on("pageerror", (e) => heard.push(e.message));
  return heard;
}

/** Goes there by the Tab key alone, as whoever has no mouse. */
export async function reach(page: Page, to: Locator): Promise<void> {
  await expect(to.first()).toBeVisible();
  const there = () => to.first().evaluate((e) => e === document.activeElement || (e.contains(document.activeElement) && e.matches("label, .mantine-InputWrapper-root")));
  for (let pressed = 0; pressed < 150; pressed++) {
    if (await there()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key never comes to ${to}`);
}

/** Goes there and presses it. */
export async function press(page: Page, what: Locator, key = "Enter"): Promise<void> {
  await reach(page, what);
  await page.keyboard.press(key);
}
