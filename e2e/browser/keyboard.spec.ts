import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { orderPlaced, somethingInStock, tabTo, verdict } from '../support/browser-shopping.ts';
import { it } from '../support/browser.ts';
import { Shopper } from '../support/shop.ts';

describe('with the keyboard alone', () => {
  it('a shopper buys', async ({ page }) => {
    const keys = page.keyboard;
    const product = await somethingInStock();
    await page.goto('/');
    await page.getByRole('article').first().waitFor();
    await keys.press('/');
    await keys.type(product);
    await keys.press('Enter');
    await page.getByRole('heading', { level: 1, name: product }).waitFor();
    await press(page, 'link', product);
    await press(page, 'button', 'Add to cart');
    await press(page, 'link', 'Go to the cart');
    await press(page, 'link', 'Check out');

    await fillForm(page, new Shopper().email);
    await press(page, 'button', 'Place the order');
    await orderPlaced(page);
    await verdict(page, 'Your order is confirmed.');
  });

  it('an operator goes everywhere, and finds the keys', async ({ page }) => {
    await page.goto('/ops');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    for (const [letter, heading] of Object.entries({
      s: 'Sagas',
      e: 'Events',
      d: 'Dead letters',
      f: 'Faults',
    })) {
      await page.keyboard.press('g');
      await page.keyboard.press(letter);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    }
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
});

async function press(page: Page, role: 'link' | 'button', name: string): Promise<void> {
  await tabTo(page, page.getByRole('main').getByRole(role, { name }).first());
  await page.keyboard.press('Enter');
}

async function fillForm(page: Page, email: string): Promise<void> {
  const typed = {
    'E-mail': email,
    Name: 'Ada Example',
    'Street and number': 'Rua Um 1',
    'Postal code': '1000-001',
    City: 'Lisboa',
  };
  for (const [label, text] of Object.entries(typed)) {
    await tabTo(page, page.getByLabel(label, { exact: true }));
    await page.keyboard.type(text);
  }
  await chooseCountry(page, 'Portugal');
  await tabTo(page, page.getByRole('radio', { name: 'Works' }));
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: 'Declined' }).isChecked()).toBe(true);
  await page.keyboard.press('ArrowUp');
}

async function chooseCountry(page: Page, name: string): Promise<void> {
  const opener = page.getByRole('button', { name: 'Country' });
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await opener.filter({ hasText: name }).waitFor();
}
