import { AppError } from '@tradewind/kernel';
import { runInContext, type CallContext } from './call-context.ts';
import { startTimer, type StartTimer, type Timer } from './timers.ts';

interface TimeoutOptions {
  /** Of the dependency, for the error's text. */
  name: string;
  /** Milliseconds. */
  limit: number;
  /** What the work sees of its caller; its deadline is not later than the limit. */
  context: CallContext;
  /** The caller's: its abort ends the call at once, with its reason. */
  signal?: AbortSignal;
  /** Default: a timer of its own. */
  start?: StartTimer;
  /** Told once, before the call settles. */
  onSuccess?: () => void;
  onFailure?: (error: unknown) => void;
}

/**
 * Runs `work` for at most `limit` milliseconds. At the end of the time, or when the caller leaves, the call fails at once
 * and the signal of the work aborts: work that does not listen goes on, but nobody waits for it.
 * @throws AppError TIMEOUT, or the reason of the caller's signal
 */
export function runWithTimeout<T>(
  options: TimeoutOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const run = new TimedRun(options, resolve, reject);
    run.start(work);
  });
}

/** One promise and no async function: this is on the way of every call, and each layer would cost as much as the timer. */
class TimedRun<T> {
  private readonly controller = new AbortController();
  private readonly options: TimeoutOptions;
  private readonly resolve: (value: T) => void;
  private readonly reject: (error: Error) => void;
  private timer: Timer | undefined;
  private settled = false;

  constructor(options: TimeoutOptions, resolve: (value: T) => void, reject: (error: Error) => void) {
    this.options = options;
    this.resolve = resolve;
    this.reject = reject;
  }

  start(work: (signal: AbortSignal) => Promise<T>): void {
    const { limit, context, signal, start = startTimer } = this.options;
    if (limit <= 0) return this.expired();
    if (signal?.aborted) return this.callerLeft();
    signal?.addEventListener('abort', this.callerLeft, { once: true });
    this.timer = start(limit, this.expired);
    try {
      runInContext(context, work, this.controller.signal).then(this.succeeded, this.failed);
    } catch (error) {
      this.failed(error);
    }
  }

  private readonly succeeded = (value: T): void => {
    if (this.settled) return;
    this.end();
    this.options.onSuccess?.();
    this.resolve(value);
  };

  private readonly failed = (error: unknown): void => {
    if (this.settled) return;
    this.end();
    this.options.onFailure?.(error);
    this.reject(error as Error);
  };

  private readonly expired = (): void => {
    this.stop(timeoutError(this.options.name, this.options.limit));
  };

  private readonly callerLeft = (): void => this.stop(this.options.signal!.reason);

  private stop(reason: unknown): void {
    this.failed(reason);
    this.controller.abort(reason);
  }

  private end(): void {
    this.settled = true;
    this.timer?.cancel();
    this.options.signal?.removeEventListener('abort', this.callerLeft);
  }
}

export function timeoutError(name: string, limit: number): AppError {
  const text = `${name} did not answer within ${Math.max(0, Math.round(limit))} ms`;
  return new AppError('timeout', 'TIMEOUT', text);
}
