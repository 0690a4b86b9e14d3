import { isAppError } from '@tradewind/kernel';
import { jitteredBackoff, type BackoffSettings } from './backoff.ts';
import { remainingMilliseconds } from './deadline.ts';
import { pause } from './pause.ts';

export interface RetrySettings extends BackoffSettings {
  /** Tries in all, the first included: 1 means no retry. */
  attempts: number;
}

interface RetryHooks {
  signal?: AbortSignal;
  onRetry?: (error: unknown, attempt: number, wait: number) => void;
}

/** Whether trying again can help: errors say so themselves; what is no AppError is our own mistake and is not repeated. */
function isRetryable(error: unknown): boolean {
  return isAppError(error) && error.retryable;
}

/** Tries until it works, an error says that retrying does not help, the attempts are used up, or the deadline leaves no time. */
export async function retry<T>(
  settings: RetrySettings,
  work: (attempt: number) => Promise<T>,
  hooks: RetryHooks = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      const wait = jitteredBackoff(settings, attempt);
      const giveUp = attempt >= settings.attempts || !isRetryable(error) || wait >= remainingMilliseconds();
      if (giveUp || hooks.signal?.aborted) throw error;
      hooks.onRetry?.(error, attempt, wait);
      await pause(wait, hooks.signal);
    }
  }
}
