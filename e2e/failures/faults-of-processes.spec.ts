import { eventually } from '@tradewind/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { ended, placed, shopperWithCart, tryOut, type Trial } from '../support/faults.ts';
import { memoryOf } from '../support/observations.ts';
import { processNamed, providerLedger, resetFaults } from '../support/operator.ts';
import type { Shopper } from '../support/shop.ts';

afterEach(resetFaults);

const SLOW = 150;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

const confirms = async (shopper: Shopper): Promise<void> =>
  expect((await shopper.order('tok_ok')).body.status).toBe('confirmed');

const trials: Trial[] = [
  {
    fault: 'order-database-slow',
    value: SLOW,
    effect: 'an order takes as much longer as it has commits, and is confirmed; several share them',
    async meanwhile(shopper) {
      const shoppers = await Promise.all(Array.from({ length: 20 }, shopperWithCart));
      const one = await secondsOf(() => confirms(shopper));
      expect(one).toBeGreaterThan((2 * SLOW) / 1_000);
      // Requests that come together share statements: twenty do not take twenty times as long.
      const twenty = await secondsOf(() => Promise.all(shoppers.map(confirms)));
      expect(twenty).toBeLessThan(10 * one);
    },
  },
  {
    fault: 'inventory-database-exhausted',
    effect: 'the order waits for a connection without being charged, and is confirmed',
    async meanwhile(shopper) {
      const orderId = await placed(shopper);
      const { body: page } = await shopper.call<{ degraded: string[] }>(
        `/api/products/${(await shopper.cart()).items[0]!.productId}`,
      );
      expect(page.degraded).toContain('inventory');
      expect(await shopper.read(orderId)).toMatchObject({ status: 'pending' });
      expect(await providerLedger(orderId)).toEqual([]);
      return async () => expect(await ended(shopper, orderId)).toMatchObject({ status: 'confirmed' });
    },
  },
  {
    fault: 'recommendation-memory-leak',
    value: 64,
    effect: 'its memory grows, orders are confirmed, and all is given back without a restart',
    async meanwhile(shopper) {
      const [memory, { pid }] = [await memoryOf('recommendation'), await processNamed('recommendation')];
      await eventually(async () => expect(await memoryOf('recommendation')).toBeGreaterThan(memory + 100), {
        every: 100,
      });
      await confirms(shopper);
      return async () => {
        await eventually(async () => expect(await memoryOf('recommendation')).toBeLessThan(memory + 50), {
          every: 100,
        });
        expect((await processNamed('recommendation')).pid).toBe(pid);
      };
    },
  },
  {
    fault: 'order-cpu-burn',
    value: 80,
    effect: 'orders take longer and are confirmed; the process stays ready',
    async meanwhile() {
      const shoppers = await Promise.all(Array.from({ length: 5 }, shopperWithCart));
      await Promise.all(shoppers.map(confirms));
      expect((await processNamed('order')).ready).toBe(true);
    },
  },
  {
    fault: 'order-clock-skew',
    value: 3_600,
    effect: "the journal's times are an hour off; no saga is stolen, none expires, the order is confirmed",
    async meanwhile(shopper) {
      const began = Date.now();
      const { body } = await shopper.order('tok_ok');
      expect(body.status).toBe('confirmed');
      const { timeline } = (
        await shopper.call<{ timeline: { at: string; attempt: number }[] }>(`/api/orders/${body.orderId}`)
      ).body;
      expect(Date.parse(timeline.at(-1)!.at) - began).toBeGreaterThan(3_000_000);
      expect(timeline.map(({ attempt }) => attempt)).toEqual(timeline.map(() => 1));
    },
  },
  {
    fault: 'payment-clock-skew',
    value: 3_600,
    effect: "the provider's webhooks are refused as too old; the order is confirmed and charged once",
    async meanwhile(shopper) {
      const orderId = await placed(shopper, 'tok_lost_answer');
      expect(await ended(shopper, orderId)).toMatchObject({ status: 'confirmed' });
      expect((await providerLedger(orderId)).map(({ kind }) => kind)).toEqual(['authorization', 'capture']);
    },
  },
];

describe('while a switch of a process or its database is on', () => {
  it.each(trials)('$fault: $effect', tryOut);
});
