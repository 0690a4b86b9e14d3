export interface BackoffSettings {
  /** Milliseconds before the second attempt. */
  initial: number;
  /** No wait is longer. */
  maximum: number;
}

/**
 * Exponential back-off with full jitter: a wait between 0 and min(maximum, initial · 2^(attempt − 1)), evenly spread, so
 * that clients that failed together do not come back together.
 * Source: Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 * @param attempt the attempt that has just failed, from 1
 */
export function jitteredBackoff(
  settings: BackoffSettings,
  attempt: number,
  random: () => number = Math.random,
): number {
  const ceiling = Math.min(settings.maximum, settings.initial * 2 ** (attempt - 1));
  return random() * ceiling;
}
