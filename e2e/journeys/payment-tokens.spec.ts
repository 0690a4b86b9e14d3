import { eventually } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { providerLedger } from '../support/operator.ts';
import { available, productsInStock, Shopper, type Order } from '../support/shop.ts';

interface Expected {
  status: Order['status'];
  reason?: string;
  kept: boolean;
}

const tokens: Record<string, Expected> = {
  tok_ok: { status: 'confirmed', kept: true },
  tok_declined: { status: 'rejected', reason: 'PAYMENT.DECLINED', kept: false },
  tok_insufficient_funds: { status: 'rejected', reason: 'PAYMENT.INSUFFICIENT_FUNDS', kept: false },
  tok_slow: { status: 'confirmed', kept: true },
  tok_error_once: { status: 'confirmed', kept: true },
  tok_lost_answer: { status: 'confirmed', kept: true },
  tok_unavailable: { status: 'rejected', reason: 'PAYMENT.UNAVAILABLE', kept: false },
};

async function settle(
  token: string,
): Promise<{ shopper: Shopper; order: Order; productId: string; before: number }> {
  const shopper = new Shopper();
  const products = await productsInStock(shopper, 40);
  // A product of its own for each token: the stock before and after can be compared.
  const product = products[Object.keys(tokens).indexOf(token) + 5]!;
  const before = await available(shopper, product.id);
  await shopper.add(product.id);
  const { body } = await shopper.order(token, { wait: 0 });
  const order = await eventually(
    async () => {
      const now = await shopper.read(body.orderId);
      expect(now.status).not.toBe('pending');
      return now;
    },
    { within: 75_000, every: 200 },
  );
  return { shopper, order, productId: product.id, before };
}

describe.concurrent('a payment token', () => {
  for (const [token, expected] of Object.entries(tokens)) {
    it(`${token} ends as ${expected.status}`, async () => {
      const { shopper, order, productId, before } = await settle(token);
      expect(order.status).toBe(expected.status);
      expect(order.reason?.code).toBe(expected.reason);
      const captures = (await providerLedger(order.orderId)).filter((entry) => entry.kind === 'capture');
      expect(captures).toHaveLength(expected.kept ? 1 : 0);
      await eventually(async () =>
        expect(await available(shopper, productId)).toBe(before - (expected.kept ? 1 : 0)),
      );
    });
  }

  it('tok_late_success is confirmed, or rejected with the money returned', async () => {
    const { order } = await settle('tok_late_success');
    const net = (await providerLedger(order.orderId)).reduce((sum, { kind, amount }) => {
      return sum + (kind === 'capture' ? amount : kind === 'refund' ? -amount : 0);
    }, 0);
    expect(net).toBe(order.status === 'confirmed' ? order.total.amount : 0);
    expect(['confirmed', 'rejected']).toContain(order.status);
  });
});
