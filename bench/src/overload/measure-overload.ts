import type { RunningSystem } from '@tradewind/launcher';
import { seededRandom } from '@tradewind/testing';
import { prepareBuyers, productIds } from '../orders/buyers.ts';
import { closedLoop } from '../orders/loads.ts';
import { restock } from '../orders/restock.ts';
import { percentile } from '../parts/percentile.ts';
import type { Section } from '../report.ts';
import { arrivals, type Arrival } from './arrivals.ts';

const SEED = 1;
const WARM_UP_ORDERS = 1_500;
/** Buyers of the closed loop that finds the peak. */
const BUYERS = 64;
const PEAK_SECONDS = 15;
const OVERLOAD_SECONDS = 60;
const AFTER_SECONDS = 20;
/** Milliseconds in which a confirmed order is of use to who waits for it. */
const USEFUL = 5_000;

/** Three times as many arrivals as the shop can serve, for a minute; then half of what it can. */
export async function measureOverload(system: RunningSystem): Promise<Section> {
  const { url } = system;
  const products = await productIds(url);
  await restock(system, products);
  await closedLoop(url, await prepareBuyers(url, products, WARM_UP_ORDERS), 32, 120);
  const best = await closedLoop(url, await prepareBuyers(url, products, 6_000), BUYERS, PEAK_SECONDS);
  const peak = (best.outcomes['confirmed'] ?? 0) / best.seconds;
  const rate = Math.round(peak * 3);
  console.log(`peak ${peak.toFixed(0)} orders/s; now ${rate} arrivals/s for ${OVERLOAD_SECONDS} s`);
  const random = seededRandom(SEED);
  const buyers = await prepareBuyers(url, products, Math.ceil(rate * OVERLOAD_SECONDS * 1.05));
  const calm = await prepareBuyers(url, products, Math.ceil(peak * AFTER_SECONDS));
  const during = await arrivals(url, buyers, rate, OVERLOAD_SECONDS, random);
  const after = await arrivals(url, calm, peak / 2, AFTER_SECONDS, random);
  const goodput = useful(during).length / OVERLOAD_SECONDS;
  const normal = secondsUntilNormal(after);
  console.log(`goodput ${goodput.toFixed(0)} orders/s, normal after ${normal} s`);
  return {
    title: 'Overload',
    note: `Orders at three times the peak of a closed loop with ${BUYERS} buyers (${peak.toFixed(0)}/s), open loop, for ${OVERLOAD_SECONDS} s, then at half of the peak; seed ${SEED}. Useful: confirmed within ${USEFUL / 1000} s of the arrival. Goodput was ${goodput.toFixed(0)}/s, ${((goodput / peak) * 100).toFixed(0)} % of the peak (budget ≥ 80 %); normal again, all orders of a second confirmed within ${USEFUL / 1000} s, ${normal} s after the overload (budget ≤ 5 s).`,
    head: [
      'seconds',
      'arrivals/s',
      'useful/s',
      'too late/s',
      'refused/s',
      'otherwise/s',
      'p50 ms',
      'p99 ms of those that were served',
      'p99 ms of refusals',
    ],
    rows: [...curve(during, 10, 0), ...curve(after, 5, OVERLOAD_SECONDS)],
  };
}

const isServed = ({ outcome }: Arrival): boolean => outcome === 'confirmed';
const isUseful = (it: Arrival): boolean => isServed(it) && it.took <= USEFUL;
const isRefused = ({ outcome }: Arrival): boolean => outcome === '503' || outcome === '429';
const useful = (all: readonly Arrival[]): Arrival[] => all.filter(isUseful);

/** The first second after which all is well to the end. */
function secondsUntilNormal(after: readonly Arrival[]): number {
  const bad = after.filter((it) => !isUseful(it)).map(({ at }) => at);
  return bad.length === 0 ? 0 : Math.ceil(Math.max(...bad) / 1_000);
}

function curve(all: readonly Arrival[], step: number, from: number): (string | number)[][] {
  const steps = Map.groupBy(all, ({ at }) => Math.floor(at / 1_000 / step));
  return [...steps].map(([index, some]) => {
    const each = (count: number): string => (count / step).toFixed(0);
    const served = some.filter(isServed);
    const refused = some.filter(isRefused);
    const late = served.length - useful(some).length;
    const took = (of: readonly Arrival[], q: number): string =>
      percentile(
        of.map((it) => it.took),
        q,
      ).toFixed(0);
    return [
      `${from + index * step}–${from + (index + 1) * step}`,
      each(some.length),
      each(useful(some).length),
      each(late),
      each(refused.length),
      each(some.length - served.length - refused.length),
      took(served, 0.5),
      took(served, 0.99),
      refused.length > 0 ? took(refused, 0.99) : '–',
    ];
  });
}
