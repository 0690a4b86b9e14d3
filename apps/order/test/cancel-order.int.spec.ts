import { AppError } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openOrderBench, type OrderBench } from './order-bench.ts';
import { tea } from './participants.ts';

let bench: OrderBench;

beforeAll(async () => {
  bench = await openOrderBench();
}, 60_000);
afterAll(() => bench.close());
beforeEach(() => bench.others.reset());

const told = async (orderId: string): Promise<string[]> =>
  (
    await bench.rows<{ type: string }>('select type from outbox where aggregateid = $1 order by sequence', [
      orderId,
    ])
  ).map(({ type }) => type.replace('tradewind.order.v1.', ''));
const calledFor = (orderId: string, name: string): Promise<void> =>
  eventually(() => expect(bench.others.namesOf(orderId)).toContain(name));
const cancelled = { code: 'ORDER.CANCELLED_BY_SHOPPER', message: 'the shopper cancelled the order' };

describe('cancelling a pending order', { timeout: 30_000 }, () => {
  it.each([
    ['reserve', ['reserve', 'release']],
    ['authorize', ['reserve', 'authorize', 'void', 'release']],
  ])('while it is at "%s" turns it back: no money is taken', async (name, calls) => {
    const release = bench.others.hold(name);
    const { order } = await bench.place();
    await calledFor(order.orderId, name);
    expect((await bench.cancel(order)).status).toBe('pending');
    release();
    expect((await bench.becomes(order.orderId, 'cancelled')).reason).toEqual(cancelled);
    expect(bench.others.namesOf(order.orderId)).toEqual(calls);
    expect(await told(order.orderId)).toEqual(['order-placed', 'order-cancelled']);
    expect((await bench.sagaBecomes(order.orderId, 'done')).data.paymentToken).toBeUndefined();
  });
});

describe('cancelling an order whose money is being taken', { timeout: 30_000 }, () => {
  it.each(['capture', 'commit'])('while it is at "%s" goes forward first, then back', async (name) => {
    const release = bench.others.hold(name);
    const { order } = await bench.place();
    await calledFor(order.orderId, name);
    expect((await bench.cancel(order)).status).toBe('pending');
    expect((await bench.cancel(order)).status).toBe('pending');
    release();
    const { reason, timeline } = await bench.becomes(order.orderId, 'cancelled');
    expect(reason).toEqual(cancelled);
    const calls = ['reserve', 'authorize', 'capture', 'commit', 'refund', 'takeBack'];
    expect(bench.others.namesOf(order.orderId)).toEqual(calls);
    expect(await told(order.orderId)).toEqual(['order-placed', 'order-confirmed', 'order-cancelled']);
    expect(timeline.map(({ step, outcome }) => `${step} ${outcome}`).slice(-8)).toEqual([
      'confirm-order started',
      'confirm-order succeeded',
      'refund-payment started',
      'refund-payment succeeded',
      'return-stock started',
      'return-stock succeeded',
      'cancel-order started',
      'cancel-order succeeded',
    ]);
  });

  it('opens the cancellation in the commit that confirms: no crash falls between them', async () => {
    const release = bench.others.hold('commit');
    const { order } = await bench.place();
    await calledFor(order.orderId, 'commit');
    await bench.cancel(order);
    release();
    await bench.becomes(order.orderId, 'cancelled');
    const [{ same }] = (await bench.rows<{ same: boolean }>(
      `select bool_and(a.xmin = b.xmin) as same from saga_journal a, saga_journal b, saga s, saga p
       where s.subject_id = $1 and s.definition = 'cancel-order' and p.subject_id = $1 and p.definition = 'place-order'
         and a.saga_id = s.id and a.step = 'refund-payment' and a.outcome = 'started'
         and b.saga_id = p.id and b.step = 'confirm-order' and b.outcome = 'succeeded'`,
      [order.orderId],
    )) as [{ same: boolean }];
    expect(same).toBe(true);
  });

  it('also when its capture was parked: whatever the operator does, the money comes back', async () => {
    bench.others.answer = (called) => {
      if (called === 'capture') throw new AppError('refused', 'PAYMENT.PROVIDER_REFUSED', 'no');
    };
    const { order } = await bench.place();
    await bench.sagaBecomes(order.orderId, 'parked');
    expect((await bench.cancel(order)).status).toBe('pending');
    bench.others.answer = () => {};
    await bench.operate('resolve', order.orderId, 'captured by hand');
    await bench.becomes(order.orderId, 'cancelled');
    expect(bench.others.namesOf(order.orderId).slice(-2)).toEqual(['refund', 'takeBack']);
  });
});

describe('cancelling a confirmed order', { timeout: 30_000 }, () => {
  it('gives the money back and the goods into stock, once, and tells it', async () => {
    const { order } = await bench.place();
    await bench.becomes(order.orderId, 'confirmed');
    bench.others.calls.length = 0;
    await Promise.all(Array.from({ length: 10 }, () => bench.cancel(order)));
    expect((await bench.becomes(order.orderId, 'cancelled')).reason).toEqual(cancelled);
    expect(bench.others.calls).toMatchObject([
      { name: 'refund', orderId: order.orderId },
      {
        name: 'takeBack',
        orderId: order.orderId,
        with: [{ productId: tea.productId, quantity: 2 }],
      },
    ]);
    expect(await told(order.orderId)).toEqual(['order-placed', 'order-confirmed', 'order-cancelled']);
    expect((await bench.cancel(order)).status).toBe('cancelled');
    expect(await bench.rows('select 1 from saga where subject_id = $1', [order.orderId])).toHaveLength(2);
  });
});

describe('an order that cannot be cancelled', { timeout: 30_000 }, () => {
  it('is a rejected one', async () => {
    bench.others.answer = () => {
      throw new AppError('refused', 'INVENTORY.OUT_OF_STOCK', 'none left');
    };
    const { order } = await bench.place();
    await bench.becomes(order.orderId, 'rejected');
    await expect(bench.cancel(order)).rejects.toMatchObject({
      code: 'ORDER.NOT_CANCELLABLE',
      retryable: false,
    });
  });

  it('is one of somebody else, or none: nobody learns which', async () => {
    const { order } = await bench.place();
    await bench.becomes(order.orderId, 'confirmed');
    for (const foreign of [{ ...order, shopperId: 'eve' }, { orderId: 'x' }, { orderId: tea.productId }]) {
      await expect(bench.cancel(foreign)).rejects.toMatchObject({ code: 'ORDER.NOT_FOUND' });
    }
    expect((await bench.store.find('ada', order.orderId))?.status).toBe('confirmed');
  });
});

describe('an operator', { timeout: 30_000 }, () => {
  /** An order whose capture or release is refused for good: its saga is parked. */
  async function parkedAt(name: 'capture' | 'release'): Promise<string> {
    bench.others.answer = (called) => {
      if (called === name || (name === 'release' && called === 'authorize')) {
        throw new AppError('refused', 'PAYMENT.PROVIDER_REFUSED', `no ${called}`);
      }
    };
    const { order } = await bench.place();
    await bench.sagaBecomes(order.orderId, 'parked');
    return order.orderId;
  }
  const decisions = (orderId: string): Promise<object[]> =>
    bench.rows(
      `select j.step, j.direction, j.detail from saga s join saga_journal j on j.saga_id = s.id
       where s.subject_id = $1 and j.outcome = 'resolved'`,
      [orderId],
    );

  it('retries a parked saga: it goes on to its end', async () => {
    const orderId = await parkedAt('capture');
    bench.others.answer = () => {};
    await bench.operate('retry', orderId, 'the bank is back');
    await bench.becomes(orderId, 'confirmed');
    expect(await decisions(orderId)).toEqual([
      {
        step: 'capture-payment',
        direction: 'run',
        detail: { operator: 'olga', note: 'the bank is back', decision: 'retry' },
      },
    ]);
  });

  it('resolves what was done by hand: that step is not called again', async () => {
    const orderId = await parkedAt('release');
    await bench.operate('resolve', orderId, 'released by hand');
    expect((await bench.becomes(orderId, 'rejected')).reason?.code).toBe('PAYMENT.PROVIDER_REFUSED');
    expect(bench.others.namesOf(orderId)).toEqual(['reserve', 'authorize', 'release']);
    expect(await told(orderId)).toEqual(['order-placed', 'order-rejected']);
  });

  it('cannot turn back a saga past its pivot', async () => {
    const orderId = await parkedAt('capture');
    await expect(bench.operate('compensate', orderId)).rejects.toMatchObject({ code: 'SAGA.PAST_PIVOT' });
    await bench.sagaBecomes(orderId, 'parked');
  });

  it('cannot decide about one that is not parked, or not there', async () => {
    const { order } = await bench.place();
    await bench.becomes(order.orderId, 'confirmed');
    await expect(bench.operate('retry', order.orderId)).rejects.toMatchObject({ code: 'SAGA.NOT_PARKED' });
    await expect(bench.operate('retry', tea.productId)).rejects.toMatchObject({ code: 'SAGA.NOT_FOUND' });
  });
});
