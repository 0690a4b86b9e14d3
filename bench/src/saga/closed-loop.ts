import { uuidV7 } from '@tradewind/kernel';

export interface LoopResult {
  /** Milliseconds of each saga. */
  latencies: number[];
  /** Sagas that were said to be done. */
  done: string[];
  failures: string[];
  seconds: number;
}

/** So many in flight: each is followed by another as soon as it is done. */
export async function closedLoop(
  run: (id: string) => Promise<void>,
  inFlight: number,
  seconds: number,
): Promise<LoopResult> {
  const result: LoopResult = { latencies: [], done: [], failures: [], seconds: 0 };
  const began = performance.now();
  const end = began + seconds * 1_000;
  const goOn = async (): Promise<void> => {
    while (performance.now() < end && result.failures.length < 10) await one(run, result);
  };
  await Promise.all(Array.from({ length: inFlight }, goOn));
  result.seconds = (performance.now() - began) / 1_000;
  return result;
}

async function one(run: (id: string) => Promise<void>, result: LoopResult): Promise<void> {
  const id = uuidV7();
  const began = performance.now();
  try {
    await run(id);
    result.latencies.push(performance.now() - began);
    result.done.push(id);
  } catch (error) {
    result.failures.push((error as Error).message);
  }
}
