import type { AppError } from '@tradewind/kernel';
import { rejection } from './failures.ts';
import { startTimer } from './timers.ts';

export interface BulkheadSettings {
  /** Calls that run at the same time. */
  limit: number;
  /** Calls that may wait for a place; more are refused at once. */
  queue: number;
}

export interface Bulkhead {
  readonly inUse: number;
  readonly queued: number;
  /**
   * Takes a place, to be given back by `leave`. @returns undefined when there was one, else a promise of one
   * @param patience milliseconds; default: waits as long as it takes
   * @throws AppError BULKHEAD_FULL, BULKHEAD_TIMEOUT; the signal's reason when it is aborted before there is a place
   */
  enter(signal?: AbortSignal, patience?: number): Promise<void> | undefined;
  leave(): void;
  /** Runs `work` in a place of its own. @throws as `enter` does */
  execute<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** Keeps one slow dependency from taking all of a process: at most `limit` calls run, at most `queue` wait. */
export function createBulkhead(name: string, settings: BulkheadSettings): Bulkhead {
  let inUse = 0;
  const waiting: (() => void)[] = [];

  function wait(signal: AbortSignal | undefined, patience: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        timer?.cancel();
        signal?.removeEventListener('abort', aborted);
      };
      const giveUp = (reason: unknown): void => {
        end();
        waiting.splice(waiting.indexOf(admitted), 1);
        reject(reason as Error);
      };
      const aborted = (): void => giveUp(signal!.reason);
      const admitted = (): void => {
        end();
        resolve();
      };
      const timer =
        patience < Infinity ? startTimer(patience, () => giveUp(impatient(name, patience))) : undefined;
      signal?.addEventListener('abort', aborted, { once: true });
      waiting.push(admitted);
    });
  }

  const bulkhead: Bulkhead = {
    get inUse() {
      return inUse;
    },
    get queued() {
      return waiting.length;
    },
    enter(signal, patience = Infinity) {
      signal?.throwIfAborted();
      if (inUse < settings.limit) {
        inUse++;
        return undefined;
      }
      if (waiting.length >= settings.queue) {
        throw rejection('exhausted', 'BULKHEAD_FULL', `${name} is busy; too many calls wait for it`);
      }
      return wait(signal, patience);
    },
    leave() {
      // The place goes to the next in line without being given back, so that nobody can overtake it.
      const next = waiting.shift();
      if (next) next();
      else inUse--;
    },
    async execute(work, signal) {
      await bulkhead.enter(signal);
      try {
        return await work();
      } finally {
        bulkhead.leave();
      }
    },
  };
  return bulkhead;
}

function impatient(name: string, patience: number): AppError {
  const text = `${name} is busy; there was no place within ${Math.round(patience)} ms`;
  return rejection('timeout', 'BULKHEAD_TIMEOUT', text);
}
