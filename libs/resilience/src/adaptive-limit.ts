export interface AdaptiveLimitSettings {
  /** Calls at the same time, to begin with. */
  initial: number;
  minimum: number;
  maximum: number;
  /** How many times the quiet duration a call may take before the limit sinks. */
  tolerance: number;
  /** Milliseconds between two judgements, if at least `windowCalls` have ended. */
  window: number;
  windowCalls: number;
  /** Milliseconds of full use after which the quiet duration is measured anew, at the minimum, for `windowCalls` calls. */
  relearnAfter: number;
}

export interface AdaptiveLimit {
  readonly limit: number;
  /** Milliseconds that a call takes when nothing waits; 0 while it is not known. */
  readonly quiet: number;
  /**
   * A call that has ended. @param duration milliseconds
   * @param inFlight calls that ran at the same time, itself included, at its beginning or its end: the larger number
   */
  observe(duration: number, inFlight: number): void;
}

const SMOOTHING = 0.2;
const LEAST_GRADIENT = 0.5;
const DOWN = 0.5;
const UP = 0.1;

/**
 * A concurrency limit by the gradient of the durations: when calls take longer than they do on a quiet system, something queues,
 * and the limit sinks in proportion; otherwise it grows by the square root of itself, which probes for more.
 * The quiet duration is learnt where nothing queues: from windows that used less than half of the limit, and, after a long time of
 * full use, from some calls at the minimum. So a system that has become slower for good is known again, and an overloaded one
 * never passes for a quiet one.
 * Sources: Netflix concurrency-limits, Gradient2Limit (gradient, tolerance, smoothing, no growth while unused); Envoy, adaptive
 * concurrency filter (square root as headroom, quiet duration measured at minimum concurrency).
 */
export function createAdaptiveLimit(
  settings: AdaptiveLimitSettings,
  now: () => number = () => performance.now(),
): AdaptiveLimit {
  const { minimum, maximum, tolerance, window, windowCalls, relearnAfter } = settings;
  let limit = settings.initial;
  let quiet = 0;
  let learntAt = now();
  let isLearning = false;
  let began = now();
  let total = 0;
  let calls = 0;
  let most = 0;

  function judge(mean: number): void {
    const isUsed = most >= limit / 2;
    if (!isUsed) learntAt = now();
    if (quiet === 0) quiet = mean;
    else if (mean < quiet || !isUsed) quiet += (mean - quiet) * (mean < quiet ? DOWN : UP);
    const gradient = Math.max(LEAST_GRADIENT, Math.min(1, (tolerance * quiet) / mean));
    const target = limit * gradient + Math.sqrt(limit);
    // What is not used says nothing about how much more there could be.
    if (target > limit && !isUsed) return;
    limit = Math.max(minimum, Math.min(maximum, limit + (target - limit) * SMOOTHING));
  }

  function conclude(): void {
    if (isLearning) quiet = total / calls;
    else judge(total / calls);
    if (isLearning) learntAt = now();
    isLearning = now() - learntAt >= relearnAfter;
    began = now();
    total = calls = most = 0;
  }

  return {
    get limit() {
      return isLearning ? minimum : Math.floor(limit);
    },
    get quiet() {
      return quiet;
    },
    observe(duration, inFlight) {
      // What began before the limit was lowered has queued, and says nothing about the quiet state.
      if (isLearning && inFlight > minimum) return;
      total += duration;
      calls++;
      most = Math.max(most, inFlight);
      if (calls < windowCalls || (!isLearning && now() - began < window)) return;
      conclude();
    },
  };
}
