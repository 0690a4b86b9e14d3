import { order, type Buyer } from './buyers.ts';

export interface LoadResult {
  /** Milliseconds of each order, from its arrival. */
  latencies: number[];
  outcomes: Record<string, number>;
  seconds: number;
}

/** Closed loop: so many buyers, each orders again as soon as it has its answer. */
export async function closedLoop(
  url: string,
  carts: Buyer[],
  buyers: number,
  seconds: number,
): Promise<LoadResult> {
  const result: LoadResult = { latencies: [], outcomes: {}, seconds: 0 };
  const began = performance.now();
  const end = began + seconds * 1000;
  const buyOn = async (): Promise<void> => {
    for (let next = carts.pop(); next && performance.now() < end; next = carts.pop())
      note(result, await order(url, next));
  };
  await Promise.all(Array.from({ length: buyers }, buyOn));
  result.seconds = (performance.now() - began) / 1000;
  return result;
}

/** Open loop: buyers arrive at a rate (Poisson), whether or not the shop keeps up; time counts from the arrival. */
export async function openLoop(
  url: string,
  carts: Buyer[],
  rate: number,
  seconds: number,
  random: () => number,
): Promise<LoadResult> {
  const result: LoadResult = { latencies: [], outcomes: {}, seconds };
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (let due = 0; due < seconds * 1000; due += (-Math.log(1 - random()) / rate) * 1000) {
    const early = began + due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    const next = carts.pop();
    if (!next) break;
    const late = Math.max(0, performance.now() - began - due);
    running.push(order(url, next).then(({ took, outcome }) => note(result, { took: took + late, outcome })));
  }
  await Promise.all(running);
  return result;
}

function note(result: LoadResult, { took, outcome }: { took: number; outcome: string }): void {
  result.latencies.push(took);
  result.outcomes[outcome] = (result.outcomes[outcome] ?? 0) + 1;
}
