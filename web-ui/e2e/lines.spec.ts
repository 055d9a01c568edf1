import { expect, type Page, test } from "@playwright/test";
import { accessible, complaints, enter } from "./office.ts";

// An installer looks at a line on which three callers have hung up with 480+620 Hz, 350 ms on and off: see ringdown.proof.LinesPageTest.
test.describe.configure({ mode: "serial" });

test("a line is opened, tested, and its dial tone is drawn with what was measured", async ({ page }) => {
  await enter(page);
  const heard = complaints(page);
  await page.goto("/lines");
  await page.getByTestId("open-fxo:1").click();
  await expect(page.locator("h1")).toHaveText("fxo:1");
  await expect(page.getByTestId("fact-volts")).toHaveText(/^5\d\.\d V$/);
  await expect(page.getByTestId("line-settings")).toContainText("in and out");
  await expect(async () => {
    await page.getByTestId("line-test-start").click();
    await expect(page.getByTestId("line-test-result")).toHaveAttribute("data-state", /running|done/, { timeout: 2000 });
  }).toPass({ timeout: 40_000 });
  await expect(page.getByTestId("line-test-result")).toHaveAttribute("data-state", "done", { timeout: 40_000 });
  await expect(page.getByTestId("line-test-result").getByTestId("tone")).toHaveAttribute("data-hz", /^42[45](\.\d)?$/);
  await expect(page.getByTestId("remark-dialToneGood")).toHaveText("There is dial tone.");
  await expect(page.getByTestId("impedance")).toContainText("600 Ω");
  await accessible(page);
  expect(heard).toEqual([]);
});

test("what the line has taught stands there with its readings, is drawn, and is undone with one click", async ({ page }) => {
  await enter(page);
  await page.goto("/lines/fxo:1");
  const lesson = page.getByTestId("lesson-busyTone");
  await expect(lesson).toHaveAttribute("data-believed", "true");
  await expect(page.getByTestId("lesson-value-busyTone")).toContainText("480 + 620 Hz");
  await lesson.getByText("3 readings").click();
  await expect(lesson.getByRole("link", { name: "call" })).toHaveCount(3);
  await page.getByTestId("release-tone").first().click();
  await expect(page.getByTestId("releases").getByTestId("tone").first()).toHaveAttribute("data-hz", /^4[78]\d(\.\d)?\+6[12]\d(\.\d)?$/);
  await accessible(page);
  await page.getByTestId("undo-busyTone").click();
  await expect(lesson).toHaveCount(0);
  await expect(page.getByTestId("lesson-release")).toBeVisible();
});

/** The simulated exchange behind a line. */
const exchange = async (page: Page, what: string, data: object) =>
  expect((await page.request.fetch(`/api/simulator/lines/${what}`, { method: what.endsWith("exchange") ? "PUT" : "POST", data })).ok()).toBe(true);

test("the next call is recorded raw, its levels move meanwhile, and it is heard and deleted", async ({ page }) => {
  await enter(page);
  const heard = complaints(page);
  await page.goto("/lines/fxo:2");
  await expect(page.getByTestId("level-sent-figure")).toHaveText("–");
  await page.getByTestId("raw-start").click();
  const take = page.getByTestId("raw-take");
  await expect(take).toHaveAttribute("data-state", "waiting");
  await exchange(page, "2/ring", { number: "+380671300011", scheme: "etsi-before-ring" });
  await expect(take).toHaveAttribute("data-state", "running", { timeout: 40_000 });
  // The office's greeting, or its own ring back.
  await expect.poll(async () => Number(await page.getByTestId("level-sent").getAttribute("data-level")), { timeout: 40_000 }).toBeGreaterThan(0.3);
  await accessible(page);
  await exchange(page, "2/hangUp", {});
  await expect(take).toHaveAttribute("data-state", "done", { timeout: 40_000 });
  const audio = page.getByTestId("raw-audio");
  await audio.evaluate((a: HTMLAudioElement) => a.play());
  await expect.poll(() => audio.evaluate((a: HTMLAudioElement) => a.currentTime)).toBeGreaterThan(0.3);
  await expect(page.getByTestId("level-sent-figure")).toHaveText("–");
  await accessible(page);
  await page.getByTestId("raw-delete").click();
  await page.getByTestId("sure").click();
  await expect(page.getByTestId("raw-start")).toBeVisible();
  expect(heard).toEqual([]);
});

test("my mobile is called over the line from its page, the police are not, and the reason stands at the number", async ({ page }) => {
  await enter(page);
  await exchange(page, "2/exchange", { answers: { afterMs: 500 } });
  await page.goto("/lines/fxo:2");
  const number = page.getByTestId("line-call-number");
  await number.fill("102");
  await page.getByTestId("line-call-start").click();
  await expect(number).toHaveAccessibleDescription("a number outside is wanted");
  await accessible(page);
  await number.fill("067 111 22 33");
  const dialled = page.getByTestId("line-call-dialled");
  // The line has its guard time after the call before.
  await expect(async () => {
    const answer = page.waitForResponse((r) => r.url().endsWith("/call"));
    await page.getByTestId("line-call-start").click();
    expect((await answer).status()).toBe(202);
  }).toPass({ timeout: 40_000 });
  await expect(dialled).toBeVisible();
  const there = async () => (await (await page.request.get("/api/simulator/lines/2")).json()) as { dialled: string | null; state: string };
  await expect.poll(async () => (await there()).dialled, { timeout: 40_000 }).toBe("0671112233");
  await expect(page.getByTestId("line-state")).toHaveText(/dialling|talking/);
  await expect.poll(async () => (await there()).state, { timeout: 40_000 }).toBe("talking");
  await exchange(page, "2/hangUp", {});
  await dialled.getByRole("link").click();
  await expect(page.getByTestId("call-row").first()).toBeVisible();
});

test("in Ukrainian and on a narrow screen it says the same and fits", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enter(page, "uk");
  await page.goto("/lines/fxo:1");
  await expect(page.getByTestId("taught")).toContainText("Чого навчила лінія");
  await expect(page.getByTestId("remark-batteryGood")).toHaveText("Живлення як від справжньої станції.");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await accessible(page);
});
