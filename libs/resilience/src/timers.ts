/** A timer that is nearly always cancelled before it rings. */
export interface Timer {
  cancel(): void;
}

export type StartTimer = (milliseconds: number, ring: () => void) => Timer;

export const startTimer: StartTimer = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds);
  return { cancel: () => clearTimeout(timer) };
};

/**
 * Starts timers that mostly have one length. Those share one of Node's: they ring in the order in which they were started, so
 * each is a link in a list, and to start and cancel one costs a fifth of `setTimeout` and `clearTimeout`.
 * They do not keep the process alive; what they limit, such as a connection, does.
 */
export function sharedTimers(usual: number): StartTimer {
  const list = new TimerList(usual);
  return (milliseconds, ring) => (milliseconds === usual ? list.start(ring) : startTimer(milliseconds, ring));
}

class Link implements Timer {
  before: Link = this;
  after: Link = this;
  readonly due: number;
  readonly ring: () => void;

  constructor(due: number, ring: () => void) {
    this.due = due;
    this.ring = ring;
  }

  cancel(): void {
    this.before.after = this.after;
    this.after.before = this.before;
    this.before = this.after = this;
  }
}

class TimerList {
  private readonly end = new Link(Infinity, () => {});
  private readonly milliseconds: number;
  private isArmed = false;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }

  start(ring: () => void): Timer {
    const link = new Link(performance.now() + this.milliseconds, ring);
    link.before = this.end.before;
    link.after = this.end;
    link.before.after = this.end.before = link;
    if (!this.isArmed) this.arm(this.milliseconds);
    return link;
  }

  private arm(milliseconds: number): void {
    this.isArmed = true;
    setTimeout(this.tick, milliseconds).unref();
  }

  private readonly tick = (): void => {
    this.isArmed = false;
    const now = performance.now();
    let first = this.end.after;
    while (first !== this.end && first.due <= now) {
      first.cancel();
      first.ring();
      first = this.end.after;
    }
    // Node may ring a fraction of a millisecond early.
    if (first !== this.end) this.arm(Math.max(1, first.due - now));
  };
}
