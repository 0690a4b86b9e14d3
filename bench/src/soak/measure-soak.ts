import type { RunningSystem } from '@tradewind/launcher';
import { seededRandom } from '@tradewind/testing';
import { memoryOf } from '../memory.ts';
import { prepareBuyers, productIds } from '../orders/buyers.ts';
import { call } from '../orders/http.ts';
import { openLoop } from '../orders/loads.ts';
import { restock } from '../orders/restock.ts';
import type { Section } from '../report.ts';
import { soakSection, type Minute } from './soak-section.ts';

const SEED = 1;
/** Orders per second: about a tenth of what the machine can do, so that it soaks and is not flooded. */
const RATE = 25;
/** Of each minute; the rest is for filling carts. */
const SECONDS = 50;
const MINUTE = 60_000;

/** A steady load for a long time, and the memory of every process after each minute. */
export async function measureSoak(system: RunningSystem, minutes: number): Promise<Section> {
  const { url } = system;
  const products = await productIds(url);
  await restock(system, products);
  const random = seededRandom(SEED);
  const taken: Minute[] = [];
  const began = performance.now();
  for (let minute = 1; minute <= minutes; minute++) {
    const buyers = await prepareBuyers(url, products, RATE * SECONDS);
    const looking = look(url, products, buyers.length);
    const { outcomes } = await openLoop(url, buyers, RATE, SECONDS, random);
    await looking;
    const memory = memoryOf(system);
    taken.push({ memory, orders: sum(outcomes), confirmed: outcomes['confirmed'] ?? 0 });
    const everything = sum(memory).toFixed(0);
    console.log(`minute ${minute} of ${minutes}: ${sum(outcomes)} orders, ${everything} MiB in all`);
    const left = began + minute * MINUTE - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }
  return soakSection(taken, RATE);
}

const sum = (values: Record<string, number>): number =>
  Object.values(values).reduce((total, value) => total + value, 0);

/** For each order somebody looks at a product. */
async function look(url: string, products: readonly string[], count: number): Promise<void> {
  for (let looked = 0; looked < count; looked++) {
    await call(`${url}/api/products/${products[looked % products.length]}`, 'GET', {});
  }
}
