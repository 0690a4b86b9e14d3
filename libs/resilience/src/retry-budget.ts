export interface RetryBudgetSettings {
  /** What a call adds: 0.1 allows one retry for ten calls in the long run. */
  ratio: number;
  /** Retries that can be saved up, and are there at the beginning. */
  burst: number;
}

/** Bounds retries by calls, not by time: retries ≤ burst + ratio · calls, whatever the error rate is. */
export interface RetryBudget extends Readonly<RetryBudgetSettings> {
  /** Retries that are allowed right now. */
  readonly left: number;
  /** Retries that were not allowed. */
  readonly refused: number;
  /** A call that is made for the first time. */
  deposit(): void;
  /** @returns false: there must be no retry now */
  withdraw(): boolean;
}

// 0.1 has no exact binary form: in thousandths the tenth call buys the retry, not the eleventh.
const UNIT = 1_000;

/**
 * A bucket of retries, filled by calls and emptied by retries.
 * Sources: Finagle, RetryBudget (deposits by a ratio of the requests); gRFC A6, "gRPC Retry Design", throttling by token ratio.
 * Finagle adds retries by the second and gRPC only lets successes fill; we do neither, so that the bound holds for any load.
 */
export function createRetryBudget({ ratio, burst }: RetryBudgetSettings): RetryBudget {
  const gain = Math.round(ratio * UNIT);
  const most = burst * UNIT;
  let saved = most;
  let refused = 0;
  return {
    ratio,
    burst,
    get left() {
      return Math.floor(saved / UNIT);
    },
    get refused() {
      return refused;
    },
    deposit() {
      saved = Math.min(most, saved + gain);
    },
    withdraw() {
      if (saved < UNIT) {
        refused++;
        return false;
      }
      saved -= UNIT;
      return true;
    },
  };
}
