import { AppError, uuidV7 } from '@tradewind/kernel';
import { createLogger } from '@tradewind/observability';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ExpiredKeys } from '../src/infrastructure/expired-keys.ts';
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

/**
 * Orders by a process that dies in the middle of a call, before it answers. Another takes the order over and gets to
 * `authorize`, where it waits to be released.
 */
async function diesBeforeItAnswers(key: string): Promise<{ orderId: string; release: () => void }> {
  const release = bench.others.hold('authorize');
  const dying = bench.dyingProcess();
  dying.others.hold('reserve');
  void dying.place({ idempotencyKey: key, wait: 30_000 }).catch(() => {});
  const kept = await eventually(async () => {
    const found = await bench.answers.find('ada', key);
    expect(found?.state).toBe('running');
    return found!;
  });
  return { orderId: kept.orderId, release };
}

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
    const job = new ExpiredKeys(fragile as never, createLogger('test', 'silent'), 5);
    await job.start();
    await eventually(async () => expect(await bench.rows('select key from idempotency')).toEqual([]));
    await job.stop();
    expect(outages).toBeLessThan(0);
  });
});

describe('a process that dies', { timeout: 30_000 }, () => {
  it(cases.nothing.rule, async () => {
    const key = uuidV7();
    const orders = await countOrders();
    await bench.rows(`create function die() returns trigger language plpgsql as $$ begin raise 'killed'; end $$;
      create trigger die before insert on saga_journal execute function die()`);
    await expect(bench.place({ idempotencyKey: key })).rejects.toThrow();
    await bench.rows('drop trigger die on saga_journal; drop function die()');
    expect([await countOrders(), await bench.answers.find('ada', key)]).toEqual([orders, undefined]);
    expect((await bench.place({ idempotencyKey: key })).replayed).toBe(false);
  });

  it(cases.locked.rule, async () => {
    const key = uuidV7();
    const { release } = await diesBeforeItAnswers(key);
    await age(key, 0, 30);
    await expect(bench.place({ idempotencyKey: key })).rejects.toMatchObject(inUse);
    release();
  });

  it(cases.settled.rule, async () => {
    const key = uuidV7();
    const { orderId } = await bench.place({ idempotencyKey: key, wait: 10_000 }).then(({ order }) => order);
    await bench.rows('update idempotency set answered = false, answer = null where key = $1', [key]);
    await age(key, 0, 40);
    const orders = await countOrders();
    const answer = await bench.place({ idempotencyKey: key });
    expect(answer).toMatchObject({
      order: { orderId, status: 'confirmed' },
      completed: true,
      replayed: true,
    });
    expect(await bench.place({ idempotencyKey: key })).toEqual(answer);
    expect(await countOrders()).toBe(orders);
  });

  it(cases.pending.rule, async () => {
    const key = uuidV7();
    const { orderId, release } = await diesBeforeItAnswers(key);
    await age(key, 0, 40);
    const pending = { order: { orderId }, completed: false, replayed: true };
    expect(await bench.place({ idempotencyKey: key, wait: 20 })).toEqual(pending);
    release();
    await bench.becomes(orderId, 'confirmed');
    expect(await bench.place({ idempotencyKey: key, wait: 10_000 })).toEqual(pending);
  });

  it(cases.oneTakesOver.rule, async () => {
    const key = uuidV7();
    const { orderId, release } = await diesBeforeItAnswers(key);
    await age(key, 0, 40);
    const orders = await countOrders();
    const refused: string[] = [];
    const repeated = Array.from({ length: 10 }, () =>
      bench.place({ idempotencyKey: key, wait: 10_000 }).catch((error: AppError) => {
        refused.push(error.code);
      }),
    );
    await eventually(() =>
      expect(refused).toEqual(Array.from({ length: 9 }, () => 'IDEMPOTENCY.KEY_IN_USE')),
    );
    release();
    const [taken, ...others] = (await Promise.all(repeated)).filter((it) => it !== undefined);
    expect(taken).toMatchObject({ order: { orderId, status: 'confirmed' }, completed: true, replayed: true });
    expect(others).toEqual([]);
    expect(await countOrders()).toBe(orders);
  });

  it(cases.late.rule, async () => {
    const key = uuidV7();
    const release = bench.others.hold('authorize');
    const first = bench.place({ idempotencyKey: key, wait: 10_000 });
    await eventually(() => expect(bench.others.calls.map(({ name }) => name)).toContain('authorize'));
    await age(key, 0, 40);
    const meanwhile = await bench.place({ idempotencyKey: key });
    expect(meanwhile.completed).toBe(false);
    release();
    expect(await first).toEqual({ ...meanwhile, replayed: false });
    await bench.becomes(meanwhile.order.orderId, 'confirmed');
  });

  it.each(['reserve', 'authorize', 'capture', 'commit'])(
    `${cases.completer.rule} (at "%s")`,
    async (name) => {
      const key = uuidV7();
      const dying = bench.dyingProcess();
      dying.others.hold(name);
      const { order } = await dying.place({ idempotencyKey: key });
      await eventually(() => expect(dying.others.namesOf(order.orderId)).toContain(name));
      await bench.becomes(order.orderId, 'confirmed');
      expect(bench.others.namesOf(order.orderId)[0]).toBe(name);
      expect(await bench.place({ idempotencyKey: key })).toEqual({
        order: { orderId: order.orderId },
        completed: false,
        replayed: true,
      });
    },
  );
});

describe('a cart that is away', { timeout: 30_000 }, () => {
  it(cases.noCart.rule, async () => {
    const key = uuidV7();
    const first = await bench.place({ idempotencyKey: key, wait: 10_000 });
    bench.others.cartError = new AppError('unavailable', 'CART.AWAY', 'away');
    expect(await bench.place({ idempotencyKey: key })).toEqual({ ...first, replayed: true });
    await expect(bench.place()).rejects.toMatchObject({ code: 'CART.AWAY' });
  });
});
