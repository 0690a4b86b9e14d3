import { trace } from '@opentelemetry/api';
import { AppError, isAppError } from '@tradewind/kernel';
import { metrics } from '@tradewind/observability';
import { createAdaptiveLimit, type AdaptiveLimitSettings } from './adaptive-limit.ts';
import { callContext } from './call-context.ts';
import { registerGuard } from './registry.ts';

/** What is shed last, and first: paying before looking around. */
export type Priority = 'critical' | 'normal' | 'low';

export interface LoadShedderSettings extends AdaptiveLimitSettings {
  /** Share of the limit that calls of a priority may fill, 0 to 1; what is above it is kept for the others. */
  shares: Record<Priority, number>;
  /** Seconds after which a shed caller is told to come back. */
  retryAfter: number;
}

export interface LoadShedder {
  /** Calls at the same time, right now. */
  readonly limit: number;
  readonly inFlight: number;
  /**
   * Takes a place, to be given back by the function that is returned, once. It is told whether the call's duration says something
   * about the load: default true.
   * @throws AppError OVERLOADED, kind `exhausted`, with `retryAfterSeconds` in its details
   */
  admit(priority: Priority): (counts?: boolean) => void;
  /** Runs `work` in a place of its own. @throws as `admit` does */
  execute<T>(priority: Priority, work: () => Promise<T>): Promise<T>;
}

const DEFAULTS: LoadShedderSettings = {
  ...{ initial: 64, minimum: 8, maximum: 1_024, tolerance: 1.5, window: 100, windowCalls: 10 },
  relearnAfter: 30_000,
  shares: { critical: 1, normal: 0.9, low: 0.75 },
  retryAfter: 1,
};

const limits = metrics.gauge('resilience_concurrency_limit', 'Calls that may run at the same time.', [
  'shedder',
]);
const shedTotal = metrics.counter('resilience_shed_total', 'Calls that were refused because of the load.', [
  'shedder',
  'priority',
]);

/**
 * Refuses work early when there is more than can be done in time, the least important first, so that what is begun is finished.
 * For an edge or a server; the limit finds itself (createAdaptiveLimit). Defaults: 8 to 1,024 calls at the same time, 64 at first;
 * `normal` may fill 90 % of them, `low` 75 %.
 */
export function createLoadShedder(
  name: string,
  own: Partial<LoadShedderSettings> = {},
  now: () => number = () => performance.now(),
): LoadShedder {
  const settings = { ...DEFAULTS, ...own };
  const adaptive = createAdaptiveLimit(settings, now);
  const shed = { critical: 0, normal: 0, low: 0 };
  let inFlight = 0;

  function observe(duration: number, together: number): void {
    const before = adaptive.limit;
    adaptive.observe(duration, together);
    if (adaptive.limit !== before) limits.set({ shedder: name }, adaptive.limit);
  }

  function refuse(priority: Priority): AppError {
    shed[priority]++;
    shedTotal.inc({ shedder: name, priority });
    trace.getActiveSpan()?.addEvent('resilience.shed', { shedder: name, priority });
    // A retry at once would be more of what is too much already.
    callContext().report.spent = true;
    const details = { retryAfterSeconds: settings.retryAfter };
    return new AppError('exhausted', 'OVERLOADED', `${name} has more to do than it can; try again later`, {
      details,
    });
  }

  function enter(): (counts?: boolean) => void {
    const together = ++inFlight;
    const began = now();
    let isOpen = true;
    return (counts = true) => {
      if (!isOpen) return;
      isOpen = false;
      if (counts) observe(now() - began, Math.max(together, inFlight));
      inFlight--;
    };
  }

  const shedder: LoadShedder = {
    get limit() {
      return adaptive.limit;
    },
    get inFlight() {
      return inFlight;
    },
    admit(priority) {
      // One call of each kind always finds a place, however small the limit: somebody has to measure.
      const places = Math.max(1, Math.floor(adaptive.limit * settings.shares[priority]));
      if (inFlight >= places) throw refuse(priority);
      return enter();
    },
    async execute(priority, work) {
      const leave = shedder.admit(priority);
      try {
        const result = await work();
        leave();
        return result;
      } catch (error) {
        // A refusal is quick for reasons of its own; a timeout is the load itself.
        leave(isAppError(error) && error.kind === 'timeout');
        throw error;
      }
    },
  };

  limits.set({ shedder: name }, adaptive.limit);
  registerGuard(() => ({
    ...{ kind: 'load-shedder' as const, name, limit: adaptive.limit, inFlight },
    quietMs: adaptive.quiet,
    shed: { ...shed },
  }));
  return shedder;
}
