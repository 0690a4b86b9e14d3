export interface BackoffSettings {
  /** Milliseconds before the second attempt. */
  initial: number;
  /** No wait is longer. */
  maximum: number;
}

interface Jitter {
  /** Share of the wait that is left to chance: 1 is full jitter, 0.5 equal jitter (never less than half the wait). */
  spread?: number;
  random?: () => number;
}

/**
 * Exponential back-off with jitter: at most min(maximum, initial · 2^(attempt − 1)), evenly spread, so that clients that
 * failed together do not come back together.
 * Source: Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 * @param attempt the attempt that has just failed, from 1
 */
export function jitteredBackoff(
  settings: BackoffSettings,
  attempt: number,
  { spread = 1, random = Math.random }: Jitter = {},
): number {
  const ceiling = Math.min(settings.maximum, settings.initial * 2 ** (attempt - 1));
  return ceiling * (1 - spread) + ceiling * spread * random();
}
