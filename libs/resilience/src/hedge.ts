import type { RetryBudget } from './retry-budget.ts';

export interface HedgeSettings {
  /** A read that has taken longer than this share of its predecessors is sent again, 0 to 1: 0.95 is the 95th percentile. */
  quantile: number;
  /** Milliseconds; the second copy is never sent earlier, however fast the others were. */
  minimumDelay: number;
}

export interface Hedge {
  /** Milliseconds until a second copy is sent; Infinity while too little is known. */
  readonly delay: number;
  execute<T>(work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

const KEPT = 128;
const ENOUGH = 20;
const LOST = new Error('the other copy has answered');

/**
 * Sends a read a second time when it is unusually slow; the first answer counts, and the other copy is aborted. For reads only,
 * and paid from the retry budget: when everything is slow, nothing is hedged for long.
 * Source: Jeffrey Dean, Luiz André Barroso, "The Tail at Scale", Communications of the ACM 56 (2), 2013.
 */
export function createHedge(
  settings: HedgeSettings,
  budget: Pick<RetryBudget, 'withdraw'>,
  onHedge: () => void = () => {},
): Hedge {
  const durations: number[] = [];
  let seen = 0;
  let delay = Infinity;

  function learn(duration: number): void {
    durations[seen++ % KEPT] = duration;
    if (seen < ENOUGH || seen % 10 !== 0) return;
    const sorted = durations.toSorted((left, right) => left - right);
    const at = Math.min(sorted.length - 1, Math.floor(sorted.length * settings.quantile));
    delay = Math.max(settings.minimumDelay, sorted[at]!);
  }

  return {
    get delay() {
      return delay;
    },
    execute(work, signal) {
      return race(work, signal, { delay, learn, mayHedge: () => budget.withdraw(), onHedge });
    },
  };
}

interface Rules {
  delay: number;
  learn: (duration: number) => void;
  mayHedge: () => boolean;
  onHedge: () => void;
}

function race<T>(
  work: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
  { delay, learn, mayHedge, onHedge }: Rules,
): Promise<T> {
  if (signal?.aborted) return Promise.reject(signal.reason as Error);
  return new Promise<T>((resolve, reject) => {
    const copies: AbortController[] = [];
    let running = 0;
    const began = performance.now();
    const again = (): void => {
      if (!mayHedge()) return;
      onHedge();
      send();
    };
    const timer = delay < Infinity ? setTimeout(again, delay) : undefined;

    const end = (reason: unknown): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', left);
      for (const copy of copies) copy.abort(reason);
    };
    const left = (): void => {
      end(signal!.reason);
      reject(signal!.reason as Error);
    };
    const answered = (value: T, copy: AbortController): void => {
      copies.splice(copies.indexOf(copy), 1);
      // The first copy's time, also when the second one won: else slowness would teach that all is fast.
      learn(performance.now() - began);
      end(LOST);
      resolve(value);
    };
    const failed = (error: unknown): void => {
      // A copy that fails is no answer while the other one may still come.
      if (--running > 0) return;
      end(error);
      reject(error as Error);
    };
    const send = (): void => {
      const copy = new AbortController();
      copies.push(copy);
      running++;
      started(() => work(copy.signal)).then((value) => answered(value, copy), failed);
    };

    signal?.addEventListener('abort', left, { once: true });
    send();
  });
}

/** What throws at once rejects. */
async function started<T>(work: () => Promise<T>): Promise<T> {
  return work();
}
