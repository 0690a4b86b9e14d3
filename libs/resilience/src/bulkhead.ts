import { AppError } from '@tradewind/kernel';

export interface BulkheadSettings {
  /** Calls that run at the same time. */
  limit: number;
  /** Calls that may wait for a place; more are refused at once. */
  queue: number;
}

export interface Bulkhead {
  readonly inUse: number;
  readonly queued: number;
  /** @throws AppError BULKHEAD_FULL; the signal's reason when it is aborted before the work has begun */
  execute<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** Keeps one slow dependency from taking all of a process: at most `limit` calls run, at most `queue` wait. */
export function createBulkhead(name: string, settings: BulkheadSettings): Bulkhead {
  let inUse = 0;
  const waiting: (() => void)[] = [];

  function enter(signal: AbortSignal | undefined): Promise<void> | undefined {
    signal?.throwIfAborted();
    if (inUse < settings.limit) {
      inUse++;
      return undefined;
    }
    if (waiting.length >= settings.queue) {
      throw new AppError('exhausted', 'BULKHEAD_FULL', `${name} is busy; too many calls wait for it`);
    }
    return wait(signal);
  }

  function wait(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        waiting.splice(waiting.indexOf(admitted), 1);
        reject(signal!.reason as Error);
      };
      const admitted = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      waiting.push(admitted);
    });
  }

  return {
    get inUse() {
      return inUse;
    },
    get queued() {
      return waiting.length;
    },
    async execute(work, signal) {
      await enter(signal);
      try {
        return await work();
      } finally {
        // The place goes to the next in line without being given back, so that nobody can overtake it.
        const next = waiting.shift();
        if (next) next();
        else inUse--;
      }
    },
  };
}
