/** Keeps answers for a moment: what everybody asks at the same time is asked once. */
export interface BriefCache<Value> {
  /** The kept answer, or what `load` answers; callers that come while it loads share it. A failure is not kept. */
  get(key: string, load: () => Promise<Value>): Promise<Value>;
}

interface BriefCacheOptions {
  /** Default 1,000. */
  milliseconds?: number;
  /** Answers kept at once; the oldest goes first. Default 500. */
  maximum?: number;
  now?: () => number;
}

export function createBriefCache<Value>(options: BriefCacheOptions = {}): BriefCache<Value> {
  const { milliseconds = 1_000, maximum = 500, now = () => performance.now() } = options;
  const kept = new Map<string, { until: number; value: Promise<Value> }>();

  function forget(key: string, value: Promise<Value>): void {
    if (kept.get(key)?.value === value) kept.delete(key);
  }

  return {
    get(key, load) {
      const known = kept.get(key);
      if (known && known.until > now()) return known.value;
      const value = load();
      kept.delete(key);
      kept.set(key, { until: now() + milliseconds, value });
      if (kept.size > maximum) kept.delete(kept.keys().next().value!);
      value.catch(() => forget(key, value));
      return value;
    },
  };
}
