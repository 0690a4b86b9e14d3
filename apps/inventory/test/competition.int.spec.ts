import { ALL_KEYS, uuidV7 } from '@tradewind/kernel';
import { seededRandom } from '@tradewind/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStockBench, type StockBench } from './stock-bench.ts';

const SEED = 20260104;

let bench: StockBench;

beforeAll(async () => {
  bench = await openStockBench();
}, 60_000);
afterAll(() => bench.close());

/** Every rule about stock that must hold at any time, as rows that break it. */
async function broken(): Promise<unknown[]> {
  return bench.rows(`
    with line as (
      select r.state, (l ->> 'productId')::uuid as product_id, (l ->> 'quantity')::int as quantity
      from reservation r, jsonb_array_elements(r.lines) l
    ), sums as (
      select product_id, coalesce(sum(quantity) filter (where state = 'reserved'), 0) as reserved,
        coalesce(sum(quantity) filter (where state = 'committed'), 0) as committed from line group by 1
    )
    select s.product_id, s.on_hand, s.reserved, s.committed, s.supplied, sums.reserved as open, sums.committed as left
    from stock s left join sums using (product_id)
    where s.on_hand < 0 or s.reserved < 0 or s.reserved > s.on_hand or s.supplied <> s.on_hand + s.committed
      or s.reserved <> coalesce(sums.reserved, 0) or s.committed <> coalesce(sums.committed, 0)`);
}

const one = (productId: string, quantity = 1) => ({ productId, quantity });

describe('competing orders', { timeout: 30_000 }, () => {
  it('get exactly what is there: 500 for one each of 100', async () => {
    const [tea] = (await bench.products(100)) as [string];
    const replica = bench.replica();
    const calls = Array.from({ length: 500 }, (_, index) =>
      bench.reserve(uuidV7(), [one(tea)], index % 2 ? bench.store : replica),
    );
    const settled = await Promise.allSettled(calls);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(100);
    const refusals = settled.flatMap((it) =>
      it.status === 'rejected' ? [(it.reason as { code: string }).code] : [],
    );
    expect(new Set(refusals)).toEqual(new Set(['INVENTORY.OUT_OF_STOCK']));
    expect(await bench.stockOf(tea)).toEqual({ onHand: 100, reserved: 100, committed: 0 });
    expect(await broken()).toEqual([]);
  });

  it(`of many lines in any order neither oversell nor deadlock (seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    const pick = (below: number): number => Math.floor(random() * below);
    const products = await bench.products(...Array.from({ length: 12 }, () => 40));
    const stores = [bench.store, bench.replica(), bench.replica(), bench.replica()];
    const failures: unknown[] = [];
    const keys: string[] = [];
    const order = async (): Promise<void> => {
      const key = uuidV7();
      keys.push(key);
      const lines = Array.from({ length: 1 + pick(5) }, () => one(products[pick(12)]!, 1 + pick(3)));
      const [at, then] = [stores[pick(4)]!, stores[pick(4)]!];
      const fate = pick(3);
      try {
        await bench.reserve(key, lines, at);
        if (fate === 0) await then.release(key);
        if (fate === 1) await bench.commit(key, then);
      } catch (error) {
        if ((error as { code?: string }).code !== 'INVENTORY.OUT_OF_STOCK') failures.push(error);
      }
    };
    const restock = (): Promise<unknown> =>
      stores[pick(4)]!.restock(
        uuidV7(),
        [...products]
          .sort(() => random() - 0.5)
          .slice(0, 4)
          .map((it) => one(it, 1)),
      );
    await Promise.all(Array.from({ length: 400 }, (_, index) => (index % 20 === 0 ? restock() : order())));
    expect(failures).toEqual([]);
    expect(await broken()).toEqual([]);
    const states = await bench.rows<{ state: string; n: number }>(
      'select state, count(*)::int as n from reservation where key = any($1) group by 1 order by 1',
      [keys],
    );
    expect(states.map(({ state }) => state)).toEqual(['committed', 'released', 'reserved']);
    const [told] = await bench.rows<{ twice: number; facts: number }>(
      `select count(*)::int as facts, (count(*) - count(distinct (aggregateid, type)))::int as twice
       from outbox where aggregateid = any($1)`,
      [keys],
    );
    const settled = Object.fromEntries(states.map(({ state, n }) => [state, n])) as Record<string, number>;
    // Each reserved once, and each that was released or committed told that, too.
    expect(told).toEqual({
      twice: 0,
      facts: settled['reserved']! + 2 * (settled['released']! + settled['committed']!),
    });
  });

  it('leave a report that adds up', async () => {
    const report = await bench.store.report(100, ALL_KEYS);
    expect(report.differences).toEqual([]);
    const [sums] = await bench.rows(
      'select sum(on_hand)::int as h, sum(reserved)::int as r, sum(committed)::int as c from stock',
    );
    expect(sums).toEqual({ h: report.totalOnHand, r: report.totalReserved, c: report.totalCommitted });
    await bench.rows(
      'update stock set reserved = reserved - 1 where reserved > 0 and ctid = (select min(ctid) from stock where reserved > 0)',
    );
    expect((await bench.store.report(100, ALL_KEYS)).differences).toHaveLength(1);
  });
});
