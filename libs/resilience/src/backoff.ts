export interface BackoffSettings {
  /** Milliseconds before the second attempt. */
  initial: number;
  /** No wait is longer. */
  maximum: number;
}

/** How waits grow. `decorrelated` is spread between the initial wait and three times the one before, and takes no jitter. */
export type BackoffShape = 'fixed' | 'exponential' | 'decorrelated';

/** Which part of a wait is left to chance: all of it, half of it, nothing. */
export type Jitter = 'full' | 'equal' | 'none';

export interface WaitSettings extends BackoffSettings {
  /** Default `exponential`. */
  backoff?: BackoffShape;
  /** Default `full`. */
  jitter?: Jitter;
}

interface Spread {
  /** Share of the wait that is left to chance: 1 is full jitter, 0.5 equal jitter (never less than half the wait). */
  spread?: number;
  random?: () => number;
}

const SPREAD: Record<Jitter, number> = { full: 1, equal: 0.5, none: 0 };

/**
 * Exponential back-off with jitter: at most min(maximum, initial · 2^(attempt − 1)), evenly spread, so that clients that
 * failed together do not come back together.
 * Source: Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 * @param attempt the attempt that has just failed, from 1
 */
export function jitteredBackoff(
  settings: BackoffSettings,
  attempt: number,
  { spread = 1, random = Math.random }: Spread = {},
): number {
  const ceiling = Math.min(settings.maximum, settings.initial * 2 ** (attempt - 1));
  return ceiling * (1 - spread) + ceiling * spread * random();
}

/**
 * Milliseconds to wait after an attempt, by the settings' shape and jitter; the same source.
 * @param attempt the attempt that has just failed, from 1
 * @param before the wait before that attempt; the initial one after the first
 */
export function waitAfter(
  settings: WaitSettings,
  attempt: number,
  before: number,
  random: () => number = Math.random,
): number {
  const { initial, maximum, backoff = 'exponential', jitter = 'full' } = settings;
  if (backoff === 'decorrelated') {
    const highest = Math.max(initial, before * 3);
    return Math.min(maximum, initial + random() * (highest - initial));
  }
  const growth = backoff === 'fixed' ? 1 : attempt;
  return jitteredBackoff(settings, growth, { spread: SPREAD[jitter], random });
}
