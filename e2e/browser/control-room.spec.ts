import type { Page } from 'playwright-core';
import { eventually } from '@tradewind/testing';
import { describe, expect } from 'vitest';
import { it } from '../support/browser.ts';
import {
  lettersOf,
  mailTo,
  operate,
  processes,
  resetFaults,
  setFault,
  type Span,
} from '../support/operator.ts';
import { productsInStock, Shopper, type Order } from '../support/shop.ts';

describe('the control room', () => {
  it('lists every process, and each is ready', async ({ page }) => {
    await page.goto('/ops/services');
    const rows = page.getByRole('row');
    await rows.nth(1).waitFor();
    const running = await processes();
    expect(await rows.count()).toBe(running.length + 1);
    for (const { name } of running) {
      await page
        .getByRole('row', { name: new RegExp(`^${name} `) })
        .getByText('ready', { exact: true })
        .waitFor();
    }
  });

  it('leads from the list of sagas to the journal of one order', async ({ page }) => {
    const order = await anOrder();
    await page.goto('/ops/sagas');
    await page.locator(`a[href="/ops/sagas/${order.orderId}"]`).click();
    await page.getByRole('heading', { level: 1, name: /^Saga/ }).waitFor();
    const journal = page.getByRole('table', { name: 'Journal' });
    await journal.waitFor();
    const succeeded = journal.getByRole('row').filter({ hasText: 'succeeded' });
    expect(await firstCells(succeeded)).toEqual([
      'open-order',
      'reserve-stock',
      'authorize-payment',
      'capture-payment',
      'commit-stock',
      'confirm-order',
    ]);
    await ledgerShows(page, ['authorization', 'capture']);
    await page.getByRole('button', { name: 'Capture payment, try 1: succeeded' }).focus();
    await page.getByRole('group', { name: 'Attempt' }).getByText('Capture payment').waitFor();
  });

  it('draws the trace of an order as one tree', async ({ page }) => {
    const order = await anOrder();
    // Every service sends its spans a little later, on its own.
    await eventually(async () => {
      const { spans } = await operate<{ spans: Span[] }>(`/ops/api/traces/${order.traceId}`);
      const services = new Set(spans.map((span) => span.service));
      expect(services.size).toBeGreaterThanOrEqual(7);
      const ids = new Set(spans.map((span) => span.spanId));
      expect(spans.filter((span) => !ids.has(span.parentSpanId ?? ''))).toHaveLength(1);
    });
    await page.goto(`/ops/sagas/${order.orderId}`);
    await page.getByRole('link', { name: 'Trace' }).first().click();
    const spans = page.getByRole('region', { name: 'Spans' }).getByRole('listitem');
    await spans.first().getByText('POST /api/orders').waitFor();
    expect(await spans.filter({ hasText: 'saga step capture-payment' }).count()).toBe(1);
    // What follows the order may still come in, a child before its parent.
    await eventually(
      async () => {
        const roots = await page.locator('[data-depth="0"]').count();
        if (roots > 1) await page.reload();
        expect(roots).toBe(1);
      },
      { within: 10_000, every: 300 },
    );
    await spans.first().getByText('POST /api/orders').waitFor();
    await page.getByRole('button', { name: /saga step capture-payment/ }).click();
    await page.getByText(/^internal, starts at/).waitFor();
  });
});

describe('the dead letters in the control room', () => {
  it('show a poisoned mail with its cause; a replay sends it', async ({ page }) => {
    await setFault('notification-poison', true, 1);
    const shopper = new Shopper();
    const order = await anOrder(shopper);
    await eventually(async () => expect(await lettersOf(order.orderId)).toHaveLength(1));
    await page.goto('/ops');
    await page.getByRole('link', { name: /^1 event could not be handled by notification/ }).click();
    const row = page
      .getByRole('table', { name: 'Dead letters' })
      .getByRole('row')
      .filter({ hasText: 'FAULT.POISON' });
    await row.getByText('parked', { exact: true }).waitFor();
    await resetFaults();
    await row.getByRole('button', { name: 'Replay' }).click();
    await page.getByText('No dead letters').waitFor();
    await eventually(async () => expect(await mailTo(shopper.email)).toHaveLength(1));
    await page.getByRole('link', { name: 'Replayed' }).click();
    await page
      .getByText(/^demo-operator,/)
      .first()
      .waitFor();
  });

  it('can be discarded, with a note that is kept', async ({ page }) => {
    await setFault('notification-poison', true, 1);
    const order = await anOrder();
    await eventually(async () => expect(await lettersOf(order.orderId)).toHaveLength(1));
    await page.goto('/ops/dead-letters?service=notification');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('textbox', { name: /^Why/ }).fill('called instead');
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await page.getByText('No dead letters').waitFor();
    await resetFaults();
    await page.getByRole('link', { name: 'Discarded' }).click();
    await page
      .getByText(/: called instead$/)
      .first()
      .waitFor();
  });
});

describe('the read models in the control room', () => {
  it('can be rebuilt and verified', async ({ page }) => {
    await page.goto('/ops/read-models');
    const row = page.getByRole('row').filter({ hasText: 'availability' });
    await row.getByRole('button', { name: 'Rebuild' }).click();
    await row.getByText('rebuild done').waitFor({ timeout: 30_000 });
    await row.getByRole('button', { name: 'Verify' }).click();
    await row.getByText('verification done').waitFor({ timeout: 30_000 });
    await row.getByText(/, 0 differences$/).waitFor();
  });
});

async function anOrder(shopper = new Shopper()): Promise<Order> {
  const [product] = await productsInStock(shopper);
  await shopper.add(product!.id);
  const { body } = await shopper.order('tok_ok');
  expect(body.status).toBe('confirmed');
  return body;
}

const firstCells = (rows: ReturnType<Page['locator']>): Promise<string[]> =>
  rows.locator('td:first-child').allTextContents();

async function ledgerShows(page: Page, kinds: string[]): Promise<void> {
  const ledger = page.getByRole('table', { name: 'The provider’s ledger' });
  await ledger.waitFor();
  expect(await firstCells(ledger.getByRole('row'))).toEqual(kinds);
}
