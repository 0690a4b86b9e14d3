import { eventually } from '@tradewind/testing';
import { describe, expect } from 'vitest';
import { checkOut, putIntoCart, somethingInStock, verdict } from '../support/browser-shopping.ts';
import { it } from '../support/browser.ts';
import { mailTo } from '../support/operator.ts';
import { Shopper } from '../support/shop.ts';

describe('buying by mouse', () => {
  it('leads from the search to a confirmed order, its mail and the list of orders', async ({ page }) => {
    const { email } = new Shopper();
    const product = await somethingInStock();
    await putIntoCart(page, product);
    const orderId = await checkOut(page, email, 'Works');
    await verdict(page, 'Your order is confirmed.');
    expect(await page.getByRole('row', { name: product }).count()).toBe(1);

    await page.getByRole('link', { name: 'Orders' }).click();
    const listed = page.getByRole('listitem').filter({ hasText: product });
    await listed.getByText('Confirmed').waitFor();
    expect(await listed.getByRole('link').getAttribute('href')).toBe(`/orders/${orderId}`);

    // The mailbox page asks anew only now and then; the mail itself needs some milliseconds.
    await eventually(async () => expect(await mailTo(email)).toHaveLength(1));
    await page.goto(`/ops/mailbox?to=${email}`);
    await page.getByRole('row', { name: email }).getByText('order-confirmed').waitFor();
  });

  it('shows a slow bank live: the page changes by the server’s events, without loading again', async ({
    page,
  }) => {
    const streams: string[] = [];
    page.on('response', (response) => {
      if (response.headers()['content-type']?.startsWith('text/event-stream')) streams.push(response.url());
    });
    await putIntoCart(page, await somethingInStock());
    const orderId = await checkOut(page, new Shopper().email, 'Slow bank');
    await verdict(page, 'We are placing your order.');
    await page.getByText('Asking your bank for the payment.').waitFor();
    await page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'));
    await verdict(page, 'Your order is confirmed.');
    expect(await page.locator('body[data-same-page]').count()).toBe(1);
    expect(streams.map((url) => new URL(url).pathname)).toEqual([`/api/orders/${orderId}/events`]);
  });

  it('says why a declined card bought nothing, in words and not in codes', async ({ page }) => {
    await putIntoCart(page, await somethingInStock());
    await checkOut(page, new Shopper().email, 'Declined');
    const answer = await verdict(page, 'Your bank declined the payment. You were not charged.');
    expect(await answer.textContent()).not.toMatch(/PAYMENT\.|tok_/);
    await page.getByText('The items are back on the shelf.').waitFor();
    await page.getByRole('link', { name: 'Back to the checkout' }).click();
    await page.getByRole('button', { name: 'Place the order' }).waitFor();
    expect(await page.getByLabel('City').inputValue()).toBe('Lisboa');
  });
});
