import { eventually } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { brokenInvariants, processNamed } from '../support/operator.ts';
import { plentifulProduct, Shopper } from '../support/shop.ts';

const VICTIMS = [
  'order',
  'inventory',
  'payment',
  'psp-simulator',
  'cart',
  'notification',
  'product',
  'gateway',
];
const BUYERS = 12;

/** Orders until it is answered: the gateway itself may be the one that dies. The key makes the repetition harmless. */
async function orderPatiently(shopper: Shopper, key: string): Promise<string> {
  return eventually(
    async () => {
      const { status, body } = await shopper.order('tok_ok', { key, wait: 0 });
      expect(status).toBe(202);
      return body.orderId;
    },
    { within: 30_000, every: 100 },
  );
}

describe('kill -9 of any one process while orders run', () => {
  it.each(VICTIMS)('%s comes back, and every order ends', async (victim) => {
    const shoppers = Array.from({ length: BUYERS }, () => new Shopper());
    const product = await plentifulProduct(shoppers[0]!);
    await Promise.all(shoppers.map((shopper) => shopper.add(product.id)));
    const before = await processNamed(victim);

    const orders = shoppers.map((shopper, index) =>
      orderPatiently(shopper, `${victim}-${before.pid}-${index}`),
    );
    process.kill(before.pid, 'SIGKILL');
    const ids = await Promise.all(orders);

    await eventually(
      async () => {
        const after = await processNamed(victim);
        expect(after.pid).not.toBe(before.pid);
        expect(after.ready).toBe(true);
      },
      { within: 20_000, every: 100 },
    );
    await eventually(
      async () => {
        const settled = await Promise.all(shoppers.map((shopper, index) => shopper.read(ids[index]!)));
        expect(settled.map((order) => order.status)).not.toContain('pending');
        // Whoever is away for a moment costs no order; only who takes the money may be away for too long.
        const reasons = settled.flatMap((order) => order.reason?.code ?? []);
        expect(reasons.filter((code) => code !== 'PAYMENT.UNAVAILABLE')).toEqual([]);
      },
      { within: 60_000, every: 200 },
    );
    await eventually(async () => expect(await brokenInvariants()).toEqual([]), {
      within: 20_000,
      every: 500,
    });
  });
});
