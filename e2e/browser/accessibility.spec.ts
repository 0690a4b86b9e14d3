import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { findingsNow, findingsOn } from '../support/browser-accessibility.ts';
import { it } from '../support/browser.ts';
import { productsInStock, Shopper, type Order } from '../support/shop.ts';

const controlRoom = [
  '/ops',
  '/ops/services',
  '/ops/service-map',
  '/ops/logs',
  '/ops/logs?level=error',
  '/ops/sagas',
  '/ops/sagas?state=parked',
  '/ops/events',
  '/ops/events?type=none',
  '/ops/dead-letters',
  '/ops/dead-letters?state=waiting',
  '/ops/read-models',
  '/ops/faults',
  '/ops/faults?section=Databases',
  '/ops/resilience',
  '/ops/reconciliation',
  '/ops/mailbox',
  '/ops/nowhere',
];

// Every page in every theme: these take longer than a journey.
describe('axe finds nothing, and nothing scrolls sideways', { timeout: 120_000 }, () => {
  it('in an empty shop', async ({ page }) => {
    const found: string[] = [];
    for (const path of ['/', '/?query=zzz', '/cart', '/checkout', '/orders', '/nowhere'])
      found.push(...(await findingsOn(page, path)));
    expect(found).toEqual([]);
  });

  it('from a product to orders that went well and badly', async ({ page }) => {
    const product = await putSomethingIn(page);
    const confirmed = await order(page, 'tok_error_once');
    await putSomethingIn(page);
    const rejected = await order(page, 'tok_declined');
    const found: string[] = [];
    for (const path of [
      `/products/${product}`,
      '/cart',
      '/checkout',
      '/orders',
      `/orders/${confirmed.orderId}`,
      `/orders/${rejected.orderId}`,
      `/ops/sagas/${confirmed.orderId}`,
      `/ops/sagas/${rejected.orderId}`,
      `/ops/traces/${rejected.traceId}`,
    ])
      found.push(...(await findingsOn(page, path)));
    expect(found).toEqual([]);
  });

  it('in the control room', async ({ page }) => {
    const found: string[] = [];
    for (const path of controlRoom) found.push(...(await findingsOn(page, path)));
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    found.push(...(await findingsNow(page)));
    expect(found).toEqual([]);
  });
});

/** By the page's own session: what it then shows is the shopper's. */
async function putSomethingIn(page: Page): Promise<string> {
  const [product] = await productsInStock(new Shopper());
  const added = await page.request.post('/api/cart/items', { data: { productId: product!.id, quantity: 1 } });
  expect(added.status()).toBe(200);
  return product!.id;
}

async function order(page: Page, token: string): Promise<Order> {
  const placed = await page.request.post('/api/orders', {
    headers: { 'idempotency-key': randomUUID(), prefer: 'wait=30' },
    data: new Shopper().checkout(token),
  });
  expect(placed.status()).toBe(201);
  return (await placed.json()) as Order;
}
