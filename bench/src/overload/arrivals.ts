import { order, type Buyer } from '../orders/buyers.ts';

export interface Arrival {
  /** Milliseconds after the beginning. */
  at: number;
  /** Milliseconds from the arrival to the answer. */
  took: number;
  outcome: string;
}

/** Open loop (Poisson): everybody arrives when they arrive, once, and does not come back when refused. */
export async function arrivals(
  url: string,
  buyers: Buyer[],
  rate: number,
  seconds: number,
  random: () => number,
): Promise<Arrival[]> {
  const all: Arrival[] = [];
  const running: Promise<void>[] = [];
  const began = performance.now();
  for (let due = 0; due < seconds * 1000; due += (-Math.log(1 - random()) / rate) * 1000) {
    const early = began + due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    const next = buyers.pop();
    if (!next) break;
    const late = Math.max(0, performance.now() - began - due);
    const at = due;
    running.push(
      order(url, next).then(
        ({ took, outcome }) => void all.push({ at, took: took + late, outcome }),
        () => void all.push({ at, took: Infinity, outcome: 'no answer' }),
      ),
    );
  }
  await Promise.all(running);
  return all.sort((left, right) => left.at - right.at);
}
