interface GatheringOptions {
  /** Milliseconds that events gather under load. */
  pause: number;
  /** Events within the last `WINDOW` milliseconds from which on it counts as load. Default 32. */
  busyFrom?: number;
  now?: () => number;
}

export interface Gathering {
  /** Events were published. */
  note(events: number): void;
  /** Milliseconds to wait before the next publication: 0 while little goes on. */
  pause(): number;
}

const WINDOW = 100;

/**
 * Decides when gathering pays. A single event should be on its way at once: who waits for it waits for nothing else. When
 * many come, one publication for all that came within the pause costs the databases much less.
 */
export function createGathering({
  pause,
  busyFrom = 32,
  now = () => performance.now(),
}: GatheringOptions): Gathering {
  let recent: { at: number; events: number }[] = [];
  return {
    note(events) {
      recent.push({ at: now(), events });
    },
    pause() {
      const since = now() - WINDOW;
      recent = recent.filter(({ at }) => at > since);
      return recent.reduce((sum, { events }) => sum + events, 0) < busyFrom ? 0 : pause;
    },
  };
}
