import { AppError, uuidV7 } from '@tradewind/kernel';
import { createLogger } from '@tradewind/observability';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removeExpiredKeys } from '../src/infrastructure/expired-keys.ts';
import { timeCases as cases } from './idempotency-cases.ts';
import { openOrderBench, type OrderBench } from './order-bench.ts';

let bench: OrderBench;
beforeAll(async () => {
  bench = await openOrderBench();
}, 60_000);
afterAll(() => bench.close());
beforeEach(async () => {
  bench.others.reset();
  await bench.rows('truncate idempotency');
});

/** Lets so much time pass for a key; its row is all that knows of time. */
const age = (key: string, hours: number, seconds = 0): Promise<unknown> =>
  bench.rows(
    `update idempotency set created_at = created_at - make_interval(hours => $2, secs => $3),
      lease_until = lease_until - make_interval(hours => $2, secs => $3) where key = $1`,
    [key, hours, seconds],
  );
const countOrders = async (): Promise<number> =>
  (await bench.rows<{ n: number }>('select count(*)::int as n from orders'))[0]!.n;
const inUse = { code: 'IDEMPOTENCY.KEY_IN_USE' };

describe('the lifetime of a key', { timeout: 30_000 }, () => {
  it(cases.window.rule, async () => {
    const key = uuidV7();
    const { order } = await bench.place({ idempotencyKey: key });
    await age(key, 23, 3_590);
    const again = await bench.place({ idempotencyKey: key });
    expect([again.order.orderId, again.replayed]).toEqual([order.orderId, true]);
    await age(key, 0, 20);
    expect((await bench.place({ idempotencyKey: key })).replayed).toBe(false);
  });

  it(cases.expired.rule, async () => {
    const key = uuidV7();
    const first = await bench.place({ idempotencyKey: key, wait: 10_000 });
    await age(key, 25);
    bench.others.items = [];
    await expect(bench.place({ idempotencyKey: key })).rejects.toMatchObject({ code: 'CART.EMPTY' });
    bench.others.reset();
    const before = await countOrders();
    const second = await bench.place({ idempotencyKey: key, requestHash: 'b'.repeat(64), wait: 10_000 });
    expect([second.replayed, second.completed]).toEqual([false, true]);
    expect(second.order.orderId).not.toBe(first.order.orderId);
    expect(await bench.place({ idempotencyKey: key, requestHash: 'b'.repeat(64) })).toEqual({
      ...second,
      replayed: true,
    });
    expect(await countOrders()).toBe(before + 1);
  });

  it(`${cases.expired.rule} Fifty at once make one.`, async () => {
    const key = uuidV7();
    await bench.place({ idempotencyKey: key });
    await age(key, 25);
    const answers = await Promise.all(Array.from({ length: 50 }, () => bench.place({ idempotencyKey: key })));
    expect(new Set(answers.map(({ order }) => order.orderId)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it(cases.running.rule, async () => {
    const forgetful = await openOrderBench({ lifetime: 0 });
    const key = uuidV7();
    const release = forgetful.others.hold('authorize');
    const first = forgetful.place({ idempotencyKey: key, wait: 10_000 });
    await eventually(() => expect(forgetful.others.calls).not.toEqual([]));
    await expect(forgetful.place({ idempotencyKey: key })).rejects.toMatchObject(inUse);
    release();
    const { order } = await first;
    const again = await forgetful.place({ idempotencyKey: key });
    expect([again.order.orderId, again.replayed]).toEqual([order.orderId, true]);
    await forgetful.close();
  });

  it(cases.removed.rule, async () => {
    const keys = Array.from({ length: 7 }, () => uuidV7());
    for (const key of keys) await bench.place({ idempotencyKey: key });
    const [fresh, ...old] = keys as [string, ...string[]];
    for (const key of old) await age(key, 25);
    const orders = await countOrders();
    expect([await bench.answers.removeExpired(4), await bench.answers.removeExpired(4)]).toEqual([4, 2]);
    expect(await bench.rows('select key from idempotency')).toEqual([{ key: fresh }]);
    expect(await countOrders()).toBe(orders);
  });

  it('is looked after by a job that survives an outage, and stops', async () => {
    const key = uuidV7();
    await bench.place({ idempotencyKey: key });
    await age(key, 25);
    let outages = 1;
    const fragile = {
      ...bench.answers,
      removeExpired: async (most: number) => {
        if (outages-- > 0) throw new AppError('unavailable', 'DATABASE_UNAVAILABLE', 'away');
        return bench.answers.removeExpired(most);
      },
    };
    const job = removeExpiredKeys(fragile as never, createLogger('test', 'silent'), 5);
    await job.start!();
    await eventually(async () => expect(await bench.rows('select key from idempotency')).toEqual([]));
    await job.stop!();
    expect(outages).toBeLessThan(0);
  });
});
