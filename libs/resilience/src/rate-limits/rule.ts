export type RateLimitAlgorithm = 'token-bucket' | 'leaky-bucket' | 'fixed-window' | 'sliding-window';

/** `limit` calls for each `window`, told apart by key. */
export interface RateLimitRule {
  /** Lower-case words with hyphens; it is in headers, metrics and the shared table. */
  name: string;
  algorithm: RateLimitAlgorithm;
  limit: number;
  /** Milliseconds. */
  window: number;
  /**
   * Buckets only: how many calls may come at once after a quiet time (token bucket), or may wait for their turn (leaky bucket).
   * Default: `limit`.
   */
  burst?: number;
}

/** Where a key stands. What the numbers mean depends on the algorithm. Times are milliseconds since 1970. */
export interface RateLimitState {
  /** Window algorithms: the beginning of the window; buckets: when `level` was true. */
  at: number;
  /** Tokens that are left · turns that are taken · calls in this window. */
  level: number;
  /** Sliding window: calls in the window before. */
  before: number;
}

/** An answer; times are milliseconds. */
export interface RateLimitDecision {
  allowed: boolean;
  /** Calls that fit in when nothing is used. */
  limit: number;
  /** Calls that would be allowed right now, after this one. */
  remaining: number;
  /** Until all of the limit is there again if nobody calls. */
  resetAfter: number;
  /** Until the same call is allowed; 0 when it was. */
  retryAfter: number;
  /** Leaky bucket: the call is allowed, and has to wait so long for its turn. Otherwise 0. */
  delay: number;
}

/** One way to count. All pure: the clock and the state are arguments. */
export interface RateLimitArithmetic {
  fresh(rule: RateLimitRule, now: number): RateLimitState;
  /** The state at a later time, before anything is counted. */
  advance(rule: RateLimitRule, state: RateLimitState, now: number): RateLimitState;
  fits(rule: RateLimitRule, state: RateLimitState, now: number, cost: number): boolean;
  charge(rule: RateLimitRule, state: RateLimitState, now: number, cost: number): RateLimitState;
  /** @param state after the call was counted, or as it was when it was refused */
  describe(
    rule: RateLimitRule,
    state: RateLimitState,
    now: number,
    cost: number,
  ): Omit<RateLimitDecision, 'allowed'>;
}

export const burstOf = ({ burst, limit }: RateLimitRule): number => burst ?? limit;

/** Sums of fractions may miss a whole number by so much; in favour of the caller. */
export const EPSILON = 1e-6;
