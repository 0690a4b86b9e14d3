import { trace } from '@opentelemetry/api';
import { systemClock, type Clock } from '@tradewind/kernel';
import { metrics } from '@tradewind/observability';
import { sharedByCallers } from './call-context.ts';
import { registerGuard } from './registry.ts';

export interface StaleCacheSettings {
  /** Milliseconds for which a value is given out without asking. */
  fresh: number;
  /** Further milliseconds for which it may stand in when asking fails. */
  stale: number;
  /** Entries; beyond it the one that was used longest ago is forgotten. */
  maximum: number;
}

export interface CachedAnswer<Value> {
  value: Value;
  /** True: asking has failed, and this is what was known. It must be marked so wherever it is shown. */
  stale: boolean;
  /** Milliseconds since it was loaded. */
  age: number;
}

export interface StaleCache<Value> {
  /**
   * A fresh value, or what `load` answers; a stale value when it fails. Callers that come together share one load.
   * @throws what `load` throws, when there is nothing to stand in
   */
  get(key: string, load: () => Promise<Value>): Promise<CachedAnswer<Value>>;
}

const answers = metrics.counter(
  'resilience_cache_answers_total',
  'Answers of caches: fresh, loaded, stale.',
  ['cache', 'answer'],
);

/**
 * Serves what it knows while it is fresh, and what it knew when the source fails. Never for what must be true, such as a price at
 * the checkout. Source: RFC 5861, "HTTP Cache-Control Extensions for Stale Content" (stale-if-error).
 */
export function createStaleCache<Value>(
  name: string,
  settings: StaleCacheSettings,
  clock: Clock = systemClock,
): StaleCache<Value> {
  const entries = new Map<string, { value: Value; loadedAt: number }>();
  const loading = new Map<string, Promise<Value>>();
  const counts = { fresh: 0, loaded: 0, stale: 0, failed: 0 };

  function keep(key: string, value: Value): void {
    entries.delete(key);
    entries.set(key, { value, loadedAt: clock.now() });
    if (entries.size > settings.maximum) entries.delete(entries.keys().next().value!);
  }

  function loadOnce(key: string, load: () => Promise<Value>): Promise<Value> {
    const running = loading.get(key);
    if (running) return running;
    const began = sharedByCallers(() => start(load))
      .then((value) => {
        keep(key, value);
        return value;
      })
      .finally(() => loading.delete(key));
    loading.set(key, began);
    return began;
  }

  function count(answer: keyof typeof counts): void {
    counts[answer]++;
    answers.inc({ cache: name, answer });
  }

  function standIn(key: string, error: unknown): CachedAnswer<Value> {
    const known = entries.get(key);
    const age = known ? clock.now() - known.loadedAt : Infinity;
    if (!known || age >= settings.fresh + settings.stale) {
      count('failed');
      throw error;
    }
    count('stale');
    trace.getActiveSpan()?.addEvent('resilience.stale', { cache: name, age_ms: age });
    return { value: known.value, stale: true, age };
  }

  registerGuard(() => ({ kind: 'stale-cache', name, entries: entries.size, ...counts }));

  return {
    async get(key, load) {
      const known = entries.get(key);
      const age = known ? clock.now() - known.loadedAt : Infinity;
      if (known && age < settings.fresh) {
        entries.delete(key);
        entries.set(key, known);
        count('fresh');
        return { value: known.value, stale: false, age };
      }
      try {
        const value = await loadOnce(key, load);
        count('loaded');
        return { value, stale: false, age: 0 };
      } catch (error) {
        return standIn(key, error);
      }
    },
  };
}

/** What throws at once rejects. */
async function start<Value>(load: () => Promise<Value>): Promise<Value> {
  return load();
}
