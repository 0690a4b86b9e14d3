import { randomUUID } from 'node:crypto';
import { eventually } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { providerLedger } from '../support/operator.ts';
import { productsInStock, Shopper } from '../support/shop.ts';

async function buyer(): Promise<Shopper> {
  const shopper = new Shopper();
  const [product] = await productsInStock(shopper);
  await shopper.add(product!.id);
  return shopper;
}

describe('the idempotency key', () => {
  it('gets the same answer again, also after the cart was emptied', async () => {
    const shopper = await buyer();
    const key = randomUUID();
    const first = await shopper.order('tok_ok', { key });
    await eventually(async () => expect((await shopper.cart()).items).toEqual([]));
    const second = await shopper.order('tok_ok', { key });
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect((await shopper.call<{ items: unknown[] }>('/api/orders')).body.items).toHaveLength(1);
  });

  it('keeps a pending answer pending', async () => {
    const shopper = await buyer();
    const key = randomUUID();
    const first = await shopper.order('tok_ok', { key, wait: 0 });
    const second = await shopper.order('tok_ok', { key });
    expect([second.status, second.body]).toEqual([202, first.body]);
  });

  it('refuses another request', async () => {
    const shopper = await buyer();
    const key = randomUUID();
    await shopper.order('tok_ok', { key });
    const other = await shopper.order('tok_ok', { key, city: 'Porto' });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY.KEY_REUSED']);
  });

  it('says so while the first request is still running', async () => {
    const shopper = await buyer();
    const key = randomUUID();
    const first = shopper.order('tok_slow', { key });
    await eventually(async () => {
      const second = await shopper.order('tok_slow', { key });
      expect([second.status, second.body.code]).toEqual([409, 'IDEMPOTENCY.KEY_IN_USE']);
    });
    expect((await first).status).toBe(201);
  });

  it('makes one order of fifty parallel requests', async () => {
    const shopper = await buyer();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => shopper.order('tok_ok', { key, wait: 0 })),
    );
    const ids = new Set(answers.filter((it) => it.status === 202).map((it) => it.body.orderId));
    expect(ids.size).toBe(1);
    expect(answers.every((it) => it.status === 202 || it.status === 409)).toBe(true);
    const [orderId] = ids;
    await eventually(async () => expect((await shopper.read(orderId!)).status).toBe('confirmed'));
    expect((await providerLedger(orderId!)).filter((entry) => entry.kind === 'capture')).toHaveLength(1);
  });

  it('belongs to one shopper: another may use the same', async () => {
    const [one, other] = await Promise.all([buyer(), buyer()]);
    const key = randomUUID();
    const answers = await Promise.all([one!.order('tok_ok', { key }), other!.order('tok_ok', { key })]);
    expect(new Set(answers.map((it) => it.body.orderId)).size).toBe(2);
  });
});
