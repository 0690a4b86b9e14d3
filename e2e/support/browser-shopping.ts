import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { productsInStock, Shopper } from './shop.ts';

/** The name of something with plenty of it in stock: what journeys buy. */
export async function somethingInStock(): Promise<string> {
  const [product] = await productsInStock(new Shopper());
  return product!.name;
}

/** From the first page to the cart, by mouse. */
export async function putIntoCart(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('searchbox').click();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.getByRole('article').getByRole('link', { name }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'Go to the cart' }).click();
  await page.getByRole('link', { name: 'Check out' }).click();
}

/** Fills the checkout by mouse and places the order; answers its id. */
export async function checkOut(page: Page, email: string, card: string): Promise<string> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Name', { exact: true }).fill('Ada Example');
  await page.getByLabel('Street and number').fill('Rua Um 1');
  await page.getByLabel('Postal code').fill('1000-001');
  await page.getByLabel('City').fill('Lisboa');
  await page.locator('label', { hasText: card }).click();
  await page.getByRole('button', { name: 'Place the order' }).click();
  return orderPlaced(page);
}

export async function orderPlaced(page: Page): Promise<string> {
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1)!;
}

/** The order page's verdict, once it says this word. */
export async function verdict(page: Page, word: string): Promise<Locator> {
  const verdict = page.getByRole('status').filter({ hasText: word });
  await verdict.waitFor();
  return verdict;
}

/** Presses Tab until the keyboard is at `target`: proof that it can be reached without a mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  expect.fail(`Tab never reaches ${target}`);
}
