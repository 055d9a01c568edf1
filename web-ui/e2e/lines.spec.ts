import { expect, test } from "@playwright/test";
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

test("in Ukrainian and on a narrow screen it says the same and fits", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enter(page, "uk");
  await page.goto("/lines/fxo:1");
  await expect(page.getByTestId("taught")).toContainText("Чого навчила лінія");
  await expect(page.getByTestId("remark-batteryGood")).toHaveText("Живлення як від справжньої станції.");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await accessible(page);
});
