import { uuidV7 } from '@tradewind/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PostgresStockStore } from '../src/infrastructure/postgres-stock-store.ts';
import { openStockBench, type StockBench } from './stock-bench.ts';

let bench: StockBench;
/** A process whose reservations have expired as soon as they are made. */
let hasty: PostgresStockStore;
let key: string;
let tea: string;

beforeAll(async () => {
  bench = await openStockBench();
  hasty = bench.replica(0);
}, 60_000);
afterAll(() => bench.close());
beforeEach(async () => {
  key = uuidV7();
  [tea] = (await bench.products(10)) as [string];
});

const lines = (quantity: number) => [{ productId: tea, quantity }];
const code = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const stateOf = async (): Promise<unknown> =>
  (await bench.rows('select state from reservation where key = $1', [key]))[0];
const types = async (): Promise<string[]> => (await bench.told(key)).map(([type]) => type);

async function reserveAndExpire(quantity: number): Promise<void> {
  await bench.reserve(key, lines(quantity), hasty);
  expect(await hasty.expire()).toBe(1);
}

describe('a reservation that nobody decided about', () => {
  it('gives its goods back, once, and tells it', async () => {
    await reserveAndExpire(4);
    expect(await hasty.expire()).toBe(0);
    expect(await stateOf()).toEqual({ state: 'expired' });
    expect(await bench.stockOf(tea)).toEqual({ onHand: 10, reserved: 0, committed: 0 });
    expect(await bench.told(key)).toEqual([
      ['stock-reserved', { orderId: key, lines: lines(4) }],
      ['stock-released', { orderId: key, lines: lines(4) }],
    ]);
  });

  it('stays while its time is not over, and when it was decided about', async () => {
    await bench.reserve(key, lines(4));
    const committed = uuidV7();
    await bench.reserve(committed, lines(1), hasty);
    await bench.commit(committed);
    expect(await bench.store.expire()).toBe(0);
    expect(await bench.stockOf(tea)).toEqual({ onHand: 9, reserved: 4, committed: 1 });
  });

  it('is taken up again by a commit, if the goods are still there', async () => {
    await reserveAndExpire(4);
    expect((await bench.commit(key)).state).toBe('committed');
    expect(await bench.stockOf(tea)).toEqual({ onHand: 6, reserved: 0, committed: 4 });
    expect((await bench.commit(key)).state).toBe('committed');
    expect(await types()).toEqual(['stock-reserved', 'stock-released', 'stock-committed']);
  });

  it('cannot be committed when they are gone, until there are some again', async () => {
    await reserveAndExpire(8);
    await bench.reserve(uuidV7(), lines(5));
    expect(await code(bench.commit(key))).toBe('INVENTORY.EXPIRED_SOLD_OUT');
    expect(await bench.stockOf(tea)).toEqual({ onHand: 10, reserved: 5, committed: 0 });
    await bench.store.restock(uuidV7(), lines(3));
    expect((await bench.commit(key)).state).toBe('committed');
    expect(await bench.stockOf(tea)).toEqual({ onHand: 5, reserved: 5, committed: 8 });
  });

  it('is reserved again by whoever still wants it, and refused when it is gone', async () => {
    await reserveAndExpire(8);
    expect((await bench.reserve(key, lines(8))).state).toBe('reserved');
    expect((await bench.stockOf(tea)).reserved).toBe(8);
    await bench.store.release(key);
    key = uuidV7();
    await reserveAndExpire(8);
    await bench.reserve(uuidV7(), lines(5));
    expect(await code(bench.reserve(key, lines(8)))).toBe('INVENTORY.OUT_OF_STOCK');
    expect(await stateOf()).toEqual({ state: 'released' });
    expect(await code(bench.reserve(key, lines(1)))).toBe('INVENTORY.RESERVATION_CLOSED');
  });

  it('is closed by a release, without giving anything back twice', async () => {
    await reserveAndExpire(4);
    expect((await bench.store.release(key)).state).toBe('released');
    expect(await bench.stockOf(tea)).toEqual({ onHand: 10, reserved: 0, committed: 0 });
    expect(await code(bench.commit(key))).toBe('INVENTORY.RESERVATION_CLOSED');
  });
});

describe('expiry racing a commit, in many processes', { timeout: 30_000 }, () => {
  it('never loses a unit: every order is committed, and the sums agree', async () => {
    const keys = Array.from({ length: 60 }, () => uuidV7());
    const [pot] = (await bench.products(60)) as [string];
    const replicas = Array.from({ length: 4 }, () => bench.replica(0));
    let racing = true;
    const expiring = replicas.map(async (replica) => {
      while (racing) await replica.expire();
    });
    const orders = keys.map(async (it, index) => {
      await bench.reserve(it, [{ productId: pot, quantity: 1 }], replicas[index % 4]);
      return bench.commit(it, replicas[(index + 1) % 4]);
    });
    const states = (await Promise.all(orders)).map(({ state }) => state);
    racing = false;
    await Promise.all(expiring);
    expect(states).toEqual(keys.map(() => 'committed'));
    expect(await bench.stockOf(pot)).toEqual({ onHand: 0, reserved: 0, committed: 60 });
  });
});
