import type { RunningSystem } from '@tradewind/launcher';
import { seededRandom } from '@tradewind/testing';
import type { BenchOptions } from '../options.ts';
import { percentile } from '../parts/percentile.ts';
import type { Section } from '../report.ts';
import { prepareBuyers, productIds } from './buyers.ts';
import { closedLoop, openLoop, type LoadResult } from './loads.ts';
import { read } from './meters.ts';
import { restock } from './restock.ts';

/** Just-in-time compilation: the first seconds are several times slower. */
const WARM_UP_ORDERS = 1_500;
const BUYERS = [1, 16, 64];
const RATES = [50, 100, 200, 400];
const SEED = 1;

/** Orders from the request to the confirmed answer, under several loads. */
export async function measureOrders(system: RunningSystem, { seconds }: BenchOptions): Promise<Section> {
  const { url } = system;
  const products = await productIds(url);
  await restock(system, products);
  const random = seededRandom(SEED);
  const rows: (string | number)[][] = [];
  await closedLoop(url, await prepareBuyers(url, products, WARM_UP_ORDERS), 32, 120);
  const measure = async (
    name: string,
    carts: number,
    load: (buyers: Awaited<ReturnType<typeof prepareBuyers>>) => Promise<LoadResult>,
  ) => {
    const buyers = await prepareBuyers(url, products, carts);
    await settle();
    const before = await read(system);
    const result = await load(buyers);
    await settle();
    rows.push(toRow(name, result, before, await read(system)));
    console.log(rows.at(-1)!.join('  '));
  };
  for (const count of BUYERS) {
    await measure(`${count} buyer${count > 1 ? 's' : ''}`, seconds * Math.min(600, 100 * count), (carts) =>
      closedLoop(url, carts, count, seconds),
    );
  }
  for (const rate of RATES) {
    await measure(`${rate} arrivals/s`, Math.ceil(seconds * rate * 1.2), (carts) =>
      openLoop(url, carts, rate, seconds, random),
    );
  }
  return {
    title: 'Orders',
    note: `From POST /api/orders to the confirmed answer, ${seconds} s each, after a warm-up; seed ${SEED}. Buyers order again at once (closed loop); arrivals come whether or not the shop keeps up (open loop). Writes are transactions that changed something, in all databases; the relay, the readers and the provider's simulator are counted too. Budget: 400 arrivals/s at p99 ≤ 100 ms, p50 at one buyer ≤ 15 ms, writes per order ≤ 6 and ≤ 1.5 under load.`,
    head: [
      'load',
      'orders/s',
      'p50 ms',
      'p99 ms',
      'writes/order',
      'commits/order',
      'CPU ms/order services',
      'CPU ms/order PostgreSQL',
      'not confirmed',
    ],
    rows,
  };
}

type Readings = Awaited<ReturnType<typeof read>>;

function toRow(name: string, result: LoadResult, before: Readings, after: Readings): (string | number)[] {
  const orders = result.latencies.length;
  const { confirmed = 0, ...others } = result.outcomes;
  const each = (key: keyof Readings): string => ((after[key] - before[key]) / orders).toFixed(1);
  return [
    name,
    (confirmed / result.seconds).toFixed(0),
    percentile(result.latencies, 0.5).toFixed(1),
    percentile(result.latencies, 0.99).toFixed(0),
    each('writes'),
    each('commits'),
    each('services'),
    each('postgres'),
    Object.entries(others)
      .map(([outcome, count]) => `${count} × ${outcome}`)
      .join(', ') || '0',
  ];
}

/** What follows the orders by events belongs to them: their mails, carts and offsets, and PostgreSQL's statistics. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2_000));
}
