import { systemClock, type Clock } from '@tradewind/kernel';
import type { RateLimitState } from './rule.ts';
import type { RateLimitStore } from './store.ts';
import { takeFromLimit } from './take.ts';

interface Entry {
  state: RateLimitState;
  /** When it says no more than a key that was never seen. */
  emptyAt: number;
}

/**
 * Counts of this process alone: with N replicas a caller gets up to N times the limit.
 * @param maximumKeys bounds the memory (about 200 bytes for each); beyond it the key that was used longest ago is forgotten
 */
export function memoryRateLimits(maximumKeys = 10_000, clock: Clock = systemClock): RateLimitStore {
  // A Map keeps its order of insertion: the first key is the one that was used longest ago.
  const entries = new Map<string, Entry>();

  function makeRoom(now: number): void {
    for (const [key, { emptyAt }] of entries) {
      if (emptyAt > now && entries.size <= maximumKeys) return;
      entries.delete(key);
    }
  }

  return {
    async take(rule, key, cost) {
      const now = clock.now();
      const id = `${rule.name}\n${key}`;
      const { state, decision } = takeFromLimit(rule, entries.get(id)?.state, now, cost);
      entries.delete(id);
      entries.set(id, { state, emptyAt: now + decision.resetAfter });
      if (entries.size > maximumKeys) makeRoom(now);
      return decision;
    },
  };
}
