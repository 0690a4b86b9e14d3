import { uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openOrderBench, type OrderBench } from './order-bench.ts';

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
describe('one key', { timeout: 30_000 }, () => {
  it('makes one order, however many requests carry it at once', async () => {
    const idempotencyKey = uuidV7();
    const settled = await Promise.allSettled(
      Array.from({ length: 50 }, () => bench.place({ idempotencyKey })),
    );
    const answers = settled.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
    expect(answers).toHaveLength(50);
    expect(new Set(answers.map(({ order }) => order.orderId)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const { orderId } = answers[0]!.order;
    await bench.becomes(orderId, 'confirmed');
    expect(await told(orderId)).toEqual(['order-placed', 'order-confirmed']);
    expect(bench.others.namesOf(orderId)).toEqual(['reserve', 'authorize', 'capture', 'commit']);
    const [{ orders, sagas, outbox }] = (await bench.rows<{ orders: number; sagas: number; outbox: number }>(
      `select (select count(*)::int from orders) as orders, (select count(distinct subject_id)::int from saga) as sagas,
        (select count(distinct aggregateid)::int from outbox) as outbox`,
    )) as [{ orders: number; sagas: number; outbox: number }];
    expect([sagas, outbox]).toEqual([orders, orders]);
  });

  it('of two shoppers makes two orders', async () => {
    const idempotencyKey = uuidV7();
    const [one, other] = [
      await bench.place({ idempotencyKey }),
      await bench.place({ idempotencyKey, shopperId: 'bob' }),
    ];
    expect(one.order.orderId).not.toBe(other.order.orderId);
    await bench.becomes(one.order.orderId, 'confirmed');
    await bench.becomes(other.order.orderId, 'confirmed', 'bob');
    expect(await bench.store.find('ada', other.order.orderId)).toBeUndefined();
  });

  it('gets the first answer again, whole, also after the cart was cleared and the order has changed', async () => {
    const idempotencyKey = uuidV7();
    const first = await bench.place({ idempotencyKey, wait: 10_000 });
    await bench.cancel(first.order);
    await bench.becomes(first.order.orderId, 'cancelled');
    bench.others.items = [];
    expect(await bench.place({ idempotencyKey, wait: 10_000 })).toEqual({ ...first, replayed: true });
  });

  it('keeps "pending" as its answer when that was the first answer', async () => {
    const idempotencyKey = uuidV7();
    const { order } = await bench.place({ idempotencyKey });
    await bench.becomes(order.orderId, 'confirmed');
    expect(await bench.place({ idempotencyKey })).toEqual({
      order: { orderId: order.orderId },
      completed: false,
      replayed: true,
    });
  });

  it('is refused for another request, and while the first one still waits', async () => {
    const release = bench.others.hold('authorize');
    const idempotencyKey = uuidV7();
    const first = bench.place({ idempotencyKey, wait: 10_000 });
    await eventually(() => expect(bench.others.calls.map(({ name }) => name)).toContain('authorize'));
    await expect(bench.place({ idempotencyKey })).rejects.toMatchObject({ code: 'IDEMPOTENCY.KEY_IN_USE' });
    await expect(bench.place({ idempotencyKey, requestHash: 'b'.repeat(64) })).rejects.toMatchObject({
      code: 'IDEMPOTENCY.KEY_REUSED',
    });
    release();
    expect((await first).completed).toBe(true);
  });
});
