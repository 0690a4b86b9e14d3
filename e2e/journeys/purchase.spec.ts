import { eventually } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { mailTo, operate, providerLedger, type Span } from '../support/operator.ts';
import { available, productsInStock, Shopper } from '../support/shop.ts';

describe('a purchase', () => {
  it('is confirmed: money taken once, stock down, cart empty, one mail, one trace', async () => {
    const shopper = new Shopper();
    const [product] = await productsInStock(shopper);
    const before = await available(shopper, product!.id);
    await shopper.add(product!.id, 2);
    const { status, body: order, headers } = await shopper.order('tok_ok');
    expect([status, order.status]).toEqual([201, 'confirmed']);
    expect(headers.get('location')).toBe(`/api/orders/${order.orderId}`);
    expect(order.total).toEqual({ amount: product!.price.amount * 2, currency: product!.price.currency });

    const ledger = await providerLedger(order.orderId);
    expect(ledger.map((entry) => [entry.kind, entry.amount])).toEqual([
      ['authorization', order.total.amount],
      ['capture', order.total.amount],
    ]);
    await eventually(async () => expect(await available(shopper, product!.id)).toBe(before - 2));
    await eventually(async () => expect((await shopper.cart()).items).toEqual([]));
    await eventually(async () => {
      const mails = await mailTo(shopper.email);
      expect(mails.map((mail) => [mail.orderId, mail.kind])).toEqual([[order.orderId, 'order-confirmed']]);
    });
    await eventually(async () => expectOneTrace(order.traceId));
  });

  it('shows the order and its timeline to its shopper only', async () => {
    const shopper = new Shopper();
    const [product] = await productsInStock(shopper);
    await shopper.add(product!.id);
    const { body: placed } = await shopper.order('tok_ok');
    const order = await shopper.read(placed.orderId);
    const succeeded = order.timeline
      .filter((entry) => entry.outcome === 'succeeded')
      .map((entry) => entry.step);
    expect(succeeded).toEqual([
      'open-order',
      'reserve-stock',
      'authorize-payment',
      'capture-payment',
      'commit-stock',
      'confirm-order',
    ]);
    const list = await shopper.call<{ items: { orderId: string }[] }>('/api/orders');
    expect(list.body.items.map((item) => item.orderId)).toEqual([order.orderId]);
    const stranger = new Shopper();
    expect((await stranger.call(`/api/orders/${order.orderId}`)).status).toBe(404);
    expect((await stranger.call(`/api/orders/${order.orderId}/events`)).status).toBe(404);
    expect(
      (await stranger.call(`/api/orders/${order.orderId}/cancellation`, { method: 'POST' })).status,
    ).toBe(404);
  });

  it('can be followed live until it is settled', async () => {
    const shopper = new Shopper();
    const [product] = await productsInStock(shopper);
    await shopper.add(product!.id);
    const { status, body } = await shopper.order('tok_slow', { wait: 0 });
    expect([status, body.status]).toEqual([202, 'pending']);
    const { body: stream } = await shopper.call<string>(`/api/orders/${body.orderId}/events`);
    const states = [...stream.matchAll(/^data: (.*)$/gm)].map(
      ([, data]) => (JSON.parse(data!) as { status: string }).status,
    );
    expect(states.length).toBeGreaterThan(1);
    expect([states.at(0), states.at(-1)]).toEqual(['pending', 'confirmed']);
  });

  it('can be cancelled after it was confirmed: money and goods go back', async () => {
    const shopper = new Shopper();
    const [product] = await productsInStock(shopper);
    await shopper.add(product!.id, 3);
    const { body: order } = await shopper.order('tok_ok');
    const after = await available(shopper, product!.id);
    const { status } = await shopper.call(`/api/orders/${order.orderId}/cancellation`, { method: 'POST' });
    expect(status).toBe(202);
    await eventually(async () => expect((await shopper.read(order.orderId)).status).toBe('cancelled'));
    expect((await providerLedger(order.orderId)).map((entry) => entry.kind)).toEqual([
      'authorization',
      'capture',
      'refund',
    ]);
    expect(await available(shopper, product!.id)).toBe(after + 3);
    await eventually(async () => {
      const kinds = (await mailTo(shopper.email)).map((mail) => mail.kind).sort();
      expect(kinds).toEqual(['order-cancelled', 'order-confirmed', 'payment-refunded']);
    });
  });
});

/** Every span hangs on another of the same trace, and the trace goes through all who took part. */
async function expectOneTrace(traceId: string): Promise<void> {
  const { spans } = await operate<{ spans: Span[] }>(`/ops/api/traces/${traceId}`);
  const ids = new Set(spans.map((span) => span.spanId));
  const loose = spans.filter((span) => span.parentSpanId !== null && !ids.has(span.parentSpanId));
  expect(loose.map((span) => `${span.service} ${span.name}`)).toEqual([]);
  const services = new Set(spans.map((span) => span.service));
  expect([...services].sort()).toEqual(
    expect.arrayContaining([
      'cart',
      'gateway',
      'inventory',
      'notification',
      'order',
      'payment',
      'psp-simulator',
    ]),
  );
  expect(spans.some((span) => span.name.startsWith('sql '))).toBe(true);
}
