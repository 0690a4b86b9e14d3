import { isAppError } from '@tradewind/kernel';
import { waitAfter, type WaitSettings } from './backoff.ts';
import { callContext, type CallContext, type RetryReport } from './call-context.ts';
import { isRejection } from './failures.ts';
import { pause } from './pause.ts';
import type { RetryBudget } from './retry-budget.ts';

export interface RetrySettings extends WaitSettings {
  /** Tries in all, the first included: 1 means no retry. */
  attempts: number;
}

interface RetryOptions {
  signal?: AbortSignal;
  /** Whom the work serves. Default: the call that runs. */
  caller?: CallContext;
  /** On the clock of `performance.now()`; no wait goes beyond it. Default: the caller's. */
  deadline?: number;
  /** What the work's own calls have told. Default: nothing. */
  report?: RetryReport;
  /** Default: as many retries as the attempts allow. */
  budget?: RetryBudget;
  onRetry?: (error: unknown, attempt: number, wait: number) => void;
}

/**
 * Tries until it works, an error says that retrying does not help, the attempts or the budget are used up, or the deadline
 * leaves no time. So that layers of retries add up and do not multiply, work that is itself a retry of a caller's is tried once
 * only, and a caller is told when there is nothing left to try.
 * Source: "Site Reliability Engineering", chapter 21: only the layer right above the one that rejects a request repeats it.
 */
export async function retry<T>(
  settings: RetrySettings,
  work: (attempt: number) => Promise<T>,
  options: RetryOptions = {},
): Promise<T> {
  let wait = settings.initial;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      const caller = options.caller ?? callContext();
      if (!mayRepeat(settings, error, caller, options)) throw error;
      wait = waitAfter(settings, attempt, wait);
      if (!hasLeave(settings, attempt, wait, caller, options)) {
        caller.report.spent = true;
        throw error;
      }
      options.onRetry?.(error, attempt, wait);
      await pause(wait, options.signal);
    }
  }
}

/** Whether trying again can help, and is ours to do: errors say so; what is no AppError is a mistake and is not repeated. */
function mayRepeat(
  { attempts }: RetrySettings,
  error: unknown,
  { previousAttempts, report }: CallContext,
  options: RetryOptions,
): boolean {
  // What a guard of ours has refused, it would refuse again; what a callee has tried in vain is not multiplied.
  if (isRejection(error) || options.report?.spent) report.spent = true;
  else if (attempts > 1 && isAppError(error) && error.retryable)
    return previousAttempts === 0 && !options.signal?.aborted;
  return false;
}

function hasLeave(
  settings: RetrySettings,
  attempt: number,
  wait: number,
  caller: CallContext,
  { deadline = caller.deadline, budget }: RetryOptions,
): boolean {
  if (attempt >= settings.attempts || performance.now() + wait >= deadline) return false;
  return budget?.withdraw() ?? true;
}
