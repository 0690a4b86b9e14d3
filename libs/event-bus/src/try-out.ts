import { isAppError } from '@tradewind/kernel';
import { jitteredBackoff, pause } from '@tradewind/resilience';

/** `away`: somebody did not answer, later it may work. `ill`: it fails for its own sake, however often it is tried. */
type Verdict = 'done' | 'away' | 'ill';

interface TryOutOptions {
  /** Tries of what fails for its own sake. */
  attempts: number;
  signal: AbortSignal;
  failed(error: unknown, attempt: number, retryable: boolean): void;
}

export interface TryOut {
  verdict: Verdict;
  error?: unknown;
  attempts: number;
}

const QUICK = { initial: 50, maximum: 1_000 };
const SLOW = { initial: 100, maximum: 5_000 };

/** Does work until it is clear what becomes of it. Trouble that may pass is not waited for here. */
export async function tryOut(work: () => Promise<void>, options: TryOutOptions): Promise<TryOut> {
  for (let attempts = 1; ; attempts++) {
    try {
      await work();
      return { verdict: 'done', attempts };
    } catch (error) {
      const retryable = isAppError(error) && error.retryable;
      options.failed(error, attempts, retryable);
      if (retryable) return { verdict: 'away', error, attempts };
      if (attempts >= options.attempts) return { verdict: 'ill', error, attempts };
      // Asked to stop in the middle of it, nothing is decided: it is tried again like what may pass.
      await pause(jitteredBackoff(QUICK, attempts), options.signal).catch(() => {});
      if (options.signal.aborted) return { verdict: 'away', error, attempts };
    }
  }
}

/** Milliseconds until the next try of what failed because somebody is away: 50 to 100 at first, 2,500 to 5,000 at last. */
export function retryDelay(attempts: number): number {
  return jitteredBackoff(SLOW, Math.max(1, attempts), { spread: 0.5 });
}

const AWAY_AFTER = 2;

/**
 * Remembers, for one batch, which kinds of event have just failed twice in a row because somebody is away: the others of
 * such a kind are postponed untried, so that a batch costs a few time-outs and not hundreds.
 */
export function createAbsences(): {
  of(type: string): unknown;
  note(type: string, result: TryOut): void;
} {
  const rows = new Map<string, { count: number; error: unknown }>();
  return {
    of: (type) => {
      const row = rows.get(type);
      return row && row.count >= AWAY_AFTER ? row.error : undefined;
    },
    note: (type, { verdict, error }) => {
      if (verdict === 'away') rows.set(type, { count: (rows.get(type)?.count ?? 0) + 1, error });
      else rows.delete(type);
    },
  };
}
