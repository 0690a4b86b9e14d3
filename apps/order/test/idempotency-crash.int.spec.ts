import { AppError, uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

  it('wakes up a day later: it keeps nothing under a key that is another request’s by now', async () => {
    const key = uuidV7();
    const { order: first } = await bench.place({ idempotencyKey: key });
    await age(key, 25);
    const release = bench.others.hold('authorize');
    const second = bench.place({ idempotencyKey: key, wait: 10_000 });
    await eventually(async () => expect((await bench.answers.find('ada', key))?.state).toBe('running'));
    expect(await bench.answers.keep('ada', key, first.orderId, null)).toBeNull();
    expect((await bench.answers.find('ada', key))?.state).toBe('running');
    release();
    expect((await second).completed).toBe(true);
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
