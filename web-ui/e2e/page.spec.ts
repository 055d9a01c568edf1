import { expect, test } from "@playwright/test";
import { accessible, complaints, enter, PLACES } from "./office.ts";

test("a wrong password is said plainly, the right one leads to the board, logging out leads back", async ({ page }) => {
  await page.goto("/calls");
  await page.getByTestId("login-name").fill("installer");
  await page.getByTestId("login-password").fill("certainly wrong");
  await page.getByTestId("login-submit").click();
  await expect(page.getByTestId("login-fault")).toBeVisible();
  await enter(page);
  await page.getByTestId("logout").click();
  await expect(page.getByTestId("login-form")).toBeVisible();
  await page.goto("/");
  await expect(page.getByTestId("login-form")).toBeVisible();
});

test("the language is switched at once and kept", async ({ page }) => {
  await enter(page, "uk");
  await expect(page.getByRole("heading", { name: "Зараз" })).toBeVisible();
  await page.getByTestId("language-ru").click();
  await expect(page.getByRole("heading", { name: "Сейчас" })).toBeVisible();
  await page.getByTestId("language-en").click();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Now", exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
});

for (const [width, language] of [
  [1280, "en"],
  [390, "uk"],
] as const) {
  test(`every page is accessible, fits ${width} px and raises no complaint, ${language}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 860 });
    await enter(page, language);
    const heard = complaints(page);
    // The tabs of a page differ in what they hold, not in how wide they may be: once is enough.
    for (const place of width === 390 ? PLACES : PLACES.filter((p) => !p.includes("?"))) {
      await page.goto(place);
      await expect(page.locator("h1")).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: /…$/ })).toHaveCount(0);
      await accessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    expect(heard).toEqual([]);
  });
}

test("the balance prints lost even when it is 0", async ({ page }) => {
  await enter(page);
  await page.goto("/balance");
  await expect(page.getByTestId("balance-lost")).toHaveText(/^\d+$/);
  await expect(page.getByTestId("balance-in")).toHaveText(/^\d+$/);
});
