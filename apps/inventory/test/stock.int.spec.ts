import { uuidV7 } from '@tradewind/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Restock } from '../src/application/restock/restock.command.ts';
import { RestockHandler } from '../src/application/restock/restock.handler.ts';
import { openStockBench, type StockBench } from './stock-bench.ts';

let bench: StockBench;
let key: string;

beforeAll(async () => {
  bench = await openStockBench();
}, 60_000);
afterAll(() => bench.close());
beforeEach(() => {
  key = uuidV7();
});

const one = (productId: string, quantity = 1) => ({ productId, quantity });
const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

describe('reserving', { timeout: 20_000 }, () => {
  it('takes all lines and tells it', async () => {
    const [tea, cup] = (await bench.products(100, 100)) as [string, string];
    const lines = [one(tea, 3), one(cup, 2)];
    expect(await bench.reserve(key, lines)).toEqual({ key, state: 'reserved', lines });
    expect(await bench.stockOf(tea)).toEqual({ onHand: 100, reserved: 3, committed: 0 });
    expect(await bench.stockOf(cup)).toEqual({ onHand: 100, reserved: 2, committed: 0 });
    expect(await bench.told(key)).toEqual([['stock-reserved', { orderId: key, lines }]]);
  });

  it('takes none when one line is short, and names the short ones', async () => {
    const [tea, cup, pot] = (await bench.products(100, 1, 0 + 1)) as [string, string, string];
    const refused = bench.reserve(key, [one(tea), one(cup, 2), one(pot, 5)]);
    await expect(refused).rejects.toMatchObject({
      code: 'INVENTORY.OUT_OF_STOCK',
      retryable: false,
      details: { productIds: expect.arrayContaining([cup, pot]) },
    });
    expect((await bench.stockOf(tea)).reserved).toBe(0);
    expect(await bench.told(key)).toEqual([]);
  });

  it('refuses what is not known, also together with what is', async () => {
    const [tea] = (await bench.products(5)) as [string];
    const unknown = uuidV7();
    await expect(bench.reserve(key, [one(tea), one(unknown)])).rejects.toMatchObject({
      code: 'INVENTORY.UNKNOWN_PRODUCT',
      details: { productIds: [unknown] },
    });
    expect((await bench.stockOf(tea)).reserved).toBe(0);
  });

  it('adds up lines of one product before it judges', async () => {
    const [tea] = (await bench.products(5)) as [string];
    expect(await outcome(bench.reserve(key, [one(tea, 3), one(tea, 3)]))).toBe('INVENTORY.OUT_OF_STOCK');
    expect((await bench.reserve(uuidV7(), [one(tea, 2), one(tea, 3)])).lines).toEqual([one(tea, 5)]);
  });

  it('happens once for a key: again, at once, in the same batch and in another process', async () => {
    const [tea] = (await bench.products(100)) as [string];
    const replica = bench.replica();
    const calls = Array.from({ length: 20 }, (_, index) =>
      bench.reserve(key, [one(tea, 4)], index % 2 ? bench.store : replica),
    );
    const answers = [...(await Promise.all(calls)), await bench.reserve(key, [one(tea, 4)])];
    expect(answers).toEqual(answers.map(() => ({ key, state: 'reserved', lines: [one(tea, 4)] })));
    expect((await bench.stockOf(tea)).reserved).toBe(4);
    expect(await bench.told(key)).toHaveLength(1);
  });

  it('may be tried again under a key that was refused, once there is stock', async () => {
    const [tea] = (await bench.products(1)) as [string];
    expect(await outcome(bench.reserve(key, [one(tea, 2)]))).toBe('INVENTORY.OUT_OF_STOCK');
    await bench.store.restock(uuidV7(), [one(tea, 1)]);
    expect(await outcome(bench.reserve(key, [one(tea, 2)]))).toBe('done');
  });
});

describe('releasing', { timeout: 20_000 }, () => {
  it('gives back what is reserved, once, and tells it', async () => {
    const [tea] = (await bench.products(100)) as [string];
    await bench.reserve(key, [one(tea, 3)]);
    await Promise.all(Array.from({ length: 10 }, () => bench.store.release(key)));
    expect(await bench.store.release(key)).toEqual({ key, state: 'released', lines: [one(tea, 3)] });
    expect(await bench.stockOf(tea)).toEqual({ onHand: 100, reserved: 0, committed: 0 });
    expect((await bench.told(key)).map(([type]) => type)).toEqual(['stock-reserved', 'stock-released']);
    expect((await bench.told(key))[1]![1]).toEqual({ orderId: key, lines: [one(tea, 3)] });
  });

  it('that comes before its reserve closes the key: the late reserve takes nothing', async () => {
    const [tea] = (await bench.products(5)) as [string];
    expect(await bench.store.release(key)).toEqual({ key, state: 'released', lines: [] });
    expect(await outcome(bench.reserve(key, [one(tea)]))).toBe('INVENTORY.RESERVATION_CLOSED');
    expect((await bench.stockOf(tea)).reserved).toBe(0);
    expect(await bench.told(key)).toEqual([]);
  });

  it('leaves committed goods alone', async () => {
    const [tea] = (await bench.products(5)) as [string];
    await bench.reserve(key, [one(tea)]);
    await bench.commit(key);
    expect((await bench.store.release(key)).state).toBe('committed');
    expect(await bench.stockOf(tea)).toEqual({ onHand: 4, reserved: 0, committed: 1 });
  });

  it('and reserving one key at the same time never leaves goods reserved', async () => {
    const [tea] = (await bench.products(1_000)) as [string];
    const keys = Array.from({ length: 100 }, () => uuidV7());
    await Promise.allSettled(keys.flatMap((it) => [bench.reserve(it, [one(tea)]), bench.store.release(it)]));
    expect((await bench.stockOf(tea)).reserved).toBe(0);
    const states = await bench.rows('select distinct state from reservation where key = any($1)', [keys]);
    expect(states).toEqual([{ state: 'released' }]);
  });
});

describe('committing', { timeout: 20_000 }, () => {
  it('lets the goods leave the house, once, and tells it', async () => {
    const [tea] = (await bench.products(100)) as [string];
    await bench.reserve(key, [one(tea, 3)]);
    const answers = await Promise.all(Array.from({ length: 10 }, () => bench.commit(key)));
    expect(answers[9]).toEqual({ key, state: 'committed', lines: [one(tea, 3)] });
    expect(await bench.stockOf(tea)).toEqual({ onHand: 97, reserved: 0, committed: 3 });
    expect((await bench.told(key)).map(([type]) => type)).toEqual(['stock-reserved', 'stock-committed']);
  });

  it('is refused for a key that is unknown or released', async () => {
    const [tea] = (await bench.products(5)) as [string];
    expect(await outcome(bench.commit(key))).toBe('INVENTORY.UNKNOWN_RESERVATION');
    await bench.reserve(key, [one(tea)]);
    await bench.store.release(key);
    expect(await outcome(bench.commit(key))).toBe('INVENTORY.RESERVATION_CLOSED');
    expect(await bench.stockOf(tea)).toEqual({ onHand: 5, reserved: 0, committed: 0 });
  });
});

describe('restocking', { timeout: 20_000 }, () => {
  it('adds up, makes new products known, and happens once for a key', async () => {
    const [tea] = (await bench.products(5)) as [string];
    const pot = uuidV7();
    const calls = Array.from({ length: 10 }, () => bench.store.restock(key, [one(tea, 2), one(pot, 7)]));
    expect((await Promise.all(calls)).filter(Boolean)).toHaveLength(1);
    expect((await bench.stockOf(tea)).onHand).toBe(7);
    expect((await bench.stockOf(pot)).onHand).toBe(7);
  });
});

it.each([-1, 0.5])('restocking refuses a quantity of %d', async (quantity) => {
  const restock = new RestockHandler(bench.store);
  expect(await outcome(restock.execute(new Restock(key, [one(key, quantity)])))).toBe(
    'INVENTORY.INVALID_QUANTITY',
  );
});

it('restocking with nothing makes a product known', async () => {
  await new RestockHandler(bench.store).execute(new Restock(key, [one(key, 0)]));
  expect(await bench.stockOf(key)).toEqual({ onHand: 0, reserved: 0, committed: 0 });
  expect(await outcome(bench.reserve(uuidV7(), [one(key)]))).toBe('INVENTORY.OUT_OF_STOCK');
});

describe('stock-level-changed', { timeout: 20_000 }, () => {
  const levels = async (productId: string): Promise<number[]> =>
    (await bench.told(productId)).map(([, { available }]) => available as number);

  it('is told when a shopper can see it (ten or fewer), and when goods come in', async () => {
    const [tea] = (await bench.products(13)) as [string];
    for (const quantity of [1, 1, 1, 1, 9]) await bench.reserve((key = uuidV7()), [one(tea, quantity)]);
    expect(await levels(tea)).toEqual([13, 10, 9, 0]);
    await bench.store.release(key);
    await bench.store.restock(uuidV7(), [one(tea, 20)]);
    expect(await levels(tea)).toEqual([13, 10, 9, 0, 9, 29]);
  });

  it('is not told by a commit: what is available stays the same', async () => {
    const [tea] = (await bench.products(5)) as [string];
    await bench.reserve(key, [one(tea)]);
    await bench.commit(key);
    expect(await levels(tea)).toEqual([5, 4]);
  });

  it('has a version that grows, so that an older one can be told from a newer one', async () => {
    const [tea] = (await bench.products(10)) as [string];
    await Promise.all(Array.from({ length: 8 }, () => bench.reserve(uuidV7(), [one(tea)])));
    const events = await bench.told(tea);
    const versions = events.map(([, { version }]) => version as number);
    expect(versions).toEqual(versions.toSorted((left, right) => left - right));
    expect(new Set(versions).size).toBe(versions.length);
    expect(events.map(([, { available }]) => available)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2]);
  });
});
