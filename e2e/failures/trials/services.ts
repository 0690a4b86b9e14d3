import { eventually } from '@tradewind/testing';
import { expect } from 'vitest';
import { ended, failedTries, placed, something, type Trial } from '../../support/faults.ts';
import { policyOf } from '../../support/observations.ts';
import { processNamed, providerLedger } from '../../support/operator.ts';
import { Shopper, type Order } from '../../support/shop.ts';

interface ProductPage {
  name: string;
  stock: { available: number } | null;
  recommendations: unknown[] | null;
  degraded: string[];
  code?: string;
}

const productPage = async (shopper: Shopper) =>
  shopper.call<ProductPage>(`/api/products/${(await something()).id}`);

/** The page is there, and says what it had to do without. */
async function pageWithout(what: string): Promise<ProductPage> {
  const { status, body } = await productPage(new Shopper());
  expect(status).toBe(200);
  expect(body.degraded).toContain(what);
  return body;
}

const pageIsWhole = () =>
  eventually(
    async () => {
      const { status, body } = await productPage(new Shopper());
      expect([status, body.degraded ?? []]).toEqual([200, []]);
    },
    { within: 10_000, every: 100 },
  );

/** An order that waits for the stock: tried in vain, not charged, not given up. */
async function orderThatWaitsForStock(shopper: Shopper): Promise<string> {
  const orderId = await placed(shopper);
  await eventually(
    async () => {
      const order = await shopper.read(orderId);
      expect(order.status).toBe('pending');
      expect(failedTries(order, 'reserve-stock')).toBeGreaterThanOrEqual(1);
    },
    { within: 10_000, every: 30 },
  );
  expect(await providerLedger(orderId)).toEqual([]);
  return orderId;
}

const confirmed = async (shopper: Shopper, orderId: string): Promise<Order> => {
  const order = await ended(shopper, orderId);
  expect(order).toMatchObject({ status: 'confirmed', reason: null });
  return order;
};

export const serviceTrials: Trial[] = [
  {
    fault: 'inventory-failing',
    value: 100,
    effect:
      'reserving is tried again, by the policy and by the saga; the order is confirmed, the page degrades',
    async meanwhile(shopper) {
      const before = await policyOf('order', 'inventory');
      const orderId = await orderThatWaitsForStock(shopper);
      expect((await pageWithout('inventory')).stock).toBeNull();
      const { calls } = await policyOf('order', 'inventory');
      expect(calls.retried).toBeGreaterThan(before.calls.retried);
      return async () => {
        expect(failedTries(await confirmed(shopper, orderId), 'reserve-stock')).toBeGreaterThanOrEqual(1);
        await pageIsWhole();
      };
    },
  },
  {
    fault: 'inventory-slow',
    value: 1_200,
    effect: 'the page comes without stock within its own time; orders take longer and are confirmed',
    async meanwhile(shopper) {
      const began = performance.now();
      expect((await pageWithout('inventory')).stock).toBeNull();
      expect(performance.now() - began).toBeLessThan(2_000);
      const { body } = await shopper.order('tok_ok');
      expect(body.status).toBe('confirmed');
      // It is reserved and committed: two calls.
      expect(performance.now() - began).toBeGreaterThan(2_400);
      return pageIsWhole;
    },
  },
  {
    fault: 'product-down',
    effect: 'what is in a cart can be bought; a product page is marked as stale, or refused in good time',
    async meanwhile(shopper) {
      expect((await processNamed('product')).ready).toBe(false);
      const { body: order } = await shopper.order('tok_ok');
      expect(order.status).toBe('confirmed');
      const { status, headers, body } = await productPage(shopper);
      if (status === 200) expect(body.degraded).toContain('product');
      else {
        expect(status).toBe(503);
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
      const { calls } = await policyOf('gateway', 'product');
      expect(calls.retried).toBeGreaterThan(0);
      return pageIsWhole;
    },
  },
  {
    fault: 'recommendation-down',
    effect: 'product pages come without recommendations and say so; orders are confirmed',
    async meanwhile(shopper) {
      const before = await policyOf('gateway', 'recommendation');
      const page = await pageWithout('recommendation');
      expect([page.recommendations, page.stock?.available]).toEqual([null, expect.any(Number)]);
      expect((await policyOf('gateway', 'recommendation')).calls.failed).toBeGreaterThan(before.calls.failed);
      const { body } = await shopper.order('tok_ok');
      expect(body.status).toBe('confirmed');
      return pageIsWhole;
    },
  },
  {
    fault: 'order-down',
    effect: 'nobody can order, and is told when to come again; catalogue and cart work',
    async meanwhile(shopper) {
      const { status, headers, body } = await shopper.order('tok_ok', { wait: 1 });
      expect(status).toBe(503);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(body.code).toMatch(/^(ORDER\.UNAVAILABLE|FAULT\.INJECTED|CIRCUIT_OPEN)$/);
      expect((await shopper.cart()).items).toHaveLength(1);
      expect((await productPage(shopper)).status).toBe(200);
      return async () => expect((await shopper.order('tok_ok')).body.status).toBe('confirmed');
    },
  },
];
