import { eventually } from '@tradewind/testing';
import { expect } from 'vitest';
import { ended, failedTries, placed, shopperWithCart, type Trial } from '../../support/faults.ts';
import { memoryOf } from '../../support/observations.ts';
import { processNamed, providerLedger, setFault } from '../../support/operator.ts';
import type { Shopper } from '../../support/shop.ts';

const SLOW = 150;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

const confirms = async (shopper: Shopper): Promise<void> =>
  expect((await shopper.order('tok_ok')).body.status).toBe('confirmed');

export const processTrials: Trial[] = [
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
    value: 90,
    effect:
      'orders take longer, as many rounds as they have steps, and are confirmed; the process stays ready',
    async meanwhile(shopper) {
      // Of each 50 ms the process is deaf for 45, and an order comes by it again and again.
      expect(await secondsOf(() => confirms(shopper))).toBeGreaterThan(0.15);
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
    effect: "the provider's webhooks are not believed: what it does not answer is not known until it does",
    async meanwhile(shopper) {
      await setFault('provider-loses-answers', true, 100);
      const orderId = await placed(shopper);
      await eventually(
        async () => {
          const order = await shopper.read(orderId);
          // With webhooks the second try would know, and capture.
          expect(failedTries(order, 'authorize-payment')).toBeGreaterThanOrEqual(3);
          expect(order.status).toBe('pending');
        },
        { within: 20_000, every: 50 },
      );
      expect((await providerLedger(orderId)).map(({ kind }) => kind)).toEqual(['authorization']);
      await setFault('provider-loses-answers', false);
      expect(await ended(shopper, orderId)).toMatchObject({ status: 'confirmed' });
      expect((await providerLedger(orderId)).map(({ kind }) => kind)).toEqual(['authorization', 'capture']);
    },
  },
];
