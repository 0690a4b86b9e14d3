import { AppError } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openOrderBench, SHOPPER_EMAIL, TOKEN, type OrderBench } from './order-bench.ts';
import { tea } from './participants.ts';

let bench: OrderBench;

beforeAll(async () => {
  bench = await openOrderBench();
}, 60_000);
afterAll(() => bench.close());
beforeEach(async () => {
  bench.others.reset();
});

const told = async (orderId: string): Promise<string[]> =>
  (
    await bench.rows<{ type: string }>('select type from outbox where aggregateid = $1 order by sequence', [
      orderId,
    ])
  ).map(({ type }) => type.replace('tradewind.order.v1.', ''));
const amount = async (text: string): Promise<number> => (await bench.rows<{ n: number }>(text))[0]!.n;
const lines = [{ ...tea, lineTotal: { amount: 3_998, currency: 'EUR' } }];
const total = { amount: 3_998, currency: 'EUR' };

describe('placing an order', { timeout: 30_000 }, () => {
  it('answers "pending" at once; in the end the order is confirmed and every step was done once', async () => {
    const { order, completed, replayed } = await bench.place();
    expect({ order, completed, replayed }).toEqual({
      order: { orderId: order.orderId },
      completed: false,
      replayed: false,
    });
    const confirmed = await bench.becomes(order.orderId, 'confirmed');
    expect(confirmed).toMatchObject({ lines, total, reason: null, shopperId: 'ada' });
    expect(bench.others.calls).toEqual([
      { name: 'reserve', orderId: order.orderId, with: lines },
      { name: 'authorize', orderId: order.orderId, with: { amount: total, token: TOKEN } },
      { name: 'capture', orderId: order.orderId },
      { name: 'commit', orderId: order.orderId },
    ]);
    expect(confirmed.timeline.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'open-order started',
      'open-order succeeded',
      'reserve-stock started',
      'reserve-stock succeeded',
      'authorize-payment started',
      'authorize-payment succeeded',
      'capture-payment started',
      'capture-payment succeeded',
      'commit-stock started',
      'commit-stock succeeded',
      'confirm-order started',
      'confirm-order succeeded',
    ]);
  });

  it('tells what happened, once: placed, then confirmed, with lines and total', async () => {
    const { order } = await bench.place();
    await bench.becomes(order.orderId, 'confirmed');
    expect(await told(order.orderId)).toEqual(['order-placed', 'order-confirmed']);
    const [placed, confirmed] = await bench.rows<{ payload: object; aggregatetype: string }>(
      'select payload, aggregatetype from outbox where aggregateid = $1 order by sequence',
      [order.orderId],
    );
    expect(placed).toMatchObject({ aggregatetype: 'tradewind.order' });
    expect(placed!.payload).toEqual({ orderId: order.orderId, shopperId: 'ada', lines, total });
    expect(confirmed!.payload).toEqual(placed!.payload);
  });

  it('waits for the settled order when it is asked to', async () => {
    const { order, completed } = await bench.place({ wait: 10_000 });
    expect(completed).toBe(true);
    expect(order.status).toBe('confirmed');
  });

  it('answers "pending" when the time to wait is over', async () => {
    const release = bench.others.hold('authorize');
    const { order, completed } = await bench.place({ wait: 50 });
    expect({ order, completed }).toEqual({ order: { orderId: order.orderId }, completed: false });
    release();
    await bench.becomes(order.orderId, 'confirmed');
  });

  it('is refused with an empty cart or an unknown token; nothing is stored', async () => {
    const before = await amount('select count(*)::int as n from orders');
    await expect(bench.place({ paymentToken: 'tok_x' })).rejects.toMatchObject({
      code: 'PAYMENT.UNKNOWN_TOKEN',
    });
    bench.others.items = [];
    await expect(bench.place()).rejects.toMatchObject({ code: 'CART.EMPTY' });
    expect(await amount('select count(*)::int as n from orders')).toBe(before);
  });

  it('keeps personal data in the orders table alone, and forgets the token when it is done', async () => {
    const release = bench.others.hold('authorize');
    const { order } = await bench.place();
    expect((await bench.sagaBecomes(order.orderId, 'running')).data.paymentToken).toBe(TOKEN);
    release();
    await bench.sagaBecomes(order.orderId, 'done');
    const dump = JSON.stringify(
      await bench.rows(
        `select to_jsonb(o) from outbox o union all select to_jsonb(s) from saga s
         union all select to_jsonb(j) from saga_journal j union all select to_jsonb(i) from idempotency i`,
      ),
    );
    expect(dump).toContain(order.orderId);
    for (const secret of [SHOPPER_EMAIL, 'Secret Street', 'Bergen', '5003', 'Ada L', TOKEN]) {
      expect(dump, secret).not.toContain(secret);
    }
    expect(await bench.store.contacts([order.orderId])).toEqual([
      { orderId: order.orderId, email: SHOPPER_EMAIL, name: 'Ada L' },
    ]);
  });
});

describe('an order that cannot be had', { timeout: 30_000 }, () => {
  const refuse = (name: string, code: string): void => {
    bench.others.answer = (called) => {
      if (called === name) throw new AppError('refused', code, `${code} it is`);
    };
  };

  it('is rejected with the reason of the stock; nothing is left to undo', async () => {
    refuse('reserve', 'INVENTORY.OUT_OF_STOCK');
    const { order } = await bench.place();
    expect((await bench.becomes(order.orderId, 'rejected')).reason).toEqual({
      code: 'INVENTORY.OUT_OF_STOCK',
      message: 'INVENTORY.OUT_OF_STOCK it is',
    });
    expect(bench.others.namesOf(order.orderId)).toEqual(['reserve']);
    expect(await told(order.orderId)).toEqual(['order-placed', 'order-rejected']);
    expect((await bench.sagaBecomes(order.orderId, 'done')).data.paymentToken).toBeUndefined();
  });

  it('is rejected with the reason of the payment, and its stock is released', async () => {
    refuse('authorize', 'PAYMENT.DECLINED');
    const { order } = await bench.place();
    const { reason, timeline } = await bench.becomes(order.orderId, 'rejected');
    expect(reason?.code).toBe('PAYMENT.DECLINED');
    expect(bench.others.namesOf(order.orderId)).toEqual(['reserve', 'authorize', 'release']);
    expect(timeline.map(({ step, outcome }) => `${step} ${outcome}`)).toContain('release-stock undone');
    const [event] = await bench.rows<{ payload: object }>(
      `select payload from outbox where aggregateid = $1 and type like '%rejected'`,
      [order.orderId],
    );
    expect(event!.payload).toEqual({
      orderId: order.orderId,
      shopperId: 'ada',
      reasonCode: 'PAYMENT.DECLINED',
      reasonMessage: 'PAYMENT.DECLINED it is',
    });
  });

  it('is voided, too, when nobody knows whether the payment went through', async () => {
    bench.others.answer = (called) => {
      if (called === 'authorize')
        throw new AppError('unavailable', 'PAYMENT.UNAVAILABLE', 'no answer', { retryable: false });
    };
    const { order } = await bench.place();
    await bench.becomes(order.orderId, 'rejected');
    expect(bench.others.namesOf(order.orderId)).toEqual(['reserve', 'authorize', 'void', 'release']);
  });

  it('is tried again with the same key when somebody was away for a moment', async () => {
    let away = 1;
    bench.others.answer = (called) => {
      if (called === 'reserve' && away-- > 0) throw new AppError('unavailable', 'AWAY', 'away');
    };
    const { order } = await bench.place();
    await bench.becomes(order.orderId, 'confirmed');
    expect(bench.others.namesOf(order.orderId)).toEqual([
      'reserve',
      'reserve',
      'authorize',
      'capture',
      'commit',
    ]);
  });
});

describe('a status', { timeout: 30_000 }, () => {
  it('is only changed from the one that the saga expects; no event is told otherwise', async () => {
    const release = bench.others.hold('commit');
    const { order } = await bench.place();
    await eventually(() => expect(bench.others.namesOf(order.orderId)).toContain('commit'));
    await bench.rows(`update orders set status = 'shipped' where id = $1`, [order.orderId]);
    release();
    await bench.sagaBecomes(order.orderId, 'done');
    expect((await bench.store.find('ada', order.orderId))?.status).toBe('shipped');
    expect(await told(order.orderId)).toEqual(['order-placed']);
  });
});

describe('the list of orders', { timeout: 30_000 }, () => {
  it('is the shopper’s own, newest first, page by page', async () => {
    const placed: string[] = [];
    for (let count = 0; count < 5; count++)
      placed.push((await bench.place({ shopperId: 'lister' })).order.orderId);
    const first = await bench.store.list('lister', 2, '');
    const second = await bench.store.list('lister', 2, first.nextPageToken);
    const third = await bench.store.list('lister', 2, second.nextPageToken);
    const seen = [first, second, third].map(({ orders }) => orders.map(({ orderId }) => orderId));
    expect(seen.flat()).toEqual(placed.toReversed());
    expect(seen.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(third.nextPageToken).toBe('');
    for (const orderId of placed) await bench.becomes(orderId, 'confirmed', 'lister');
  });
});
