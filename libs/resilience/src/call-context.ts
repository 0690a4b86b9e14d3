import { AsyncLocalStorage } from 'node:async_hooks';

/** What the calls below tell their caller beside their errors. */
export interface RetryReport {
  /**
   * A callee has tried again as often as it may, or has refused the call: whoever tries again further up would multiply its
   * attempts. The work may still be repeated later, as a saga does it.
   */
  spent: boolean;
}

/** What a call inherits from the call that it serves. */
export interface CallContext {
  /** On the clock of `performance.now()`; Infinity when nobody waits. */
  readonly deadline: number;
  /** Attempts that were made before this one, here or by a caller further up: above 0, this work is already a retry. */
  readonly previousAttempts: number;
  readonly report: RetryReport;
  /** Aborts when the caller has left: nobody waits for the answer. */
  readonly signal?: AbortSignal | undefined;
}

const current = new AsyncLocalStorage<CallContext>();

export function callContext(): CallContext {
  return current.getStore() ?? { deadline: Infinity, previousAttempts: 0, report: { spent: false } };
}

/** Runs `work(argument)` in this context, as it is: who calls it has compared it with the one that held before. */
export function runInContext<Argument, Result>(
  context: CallContext,
  work: (argument: Argument) => Result,
  argument: Argument,
): Result {
  return current.run(context, work, argument);
}

/** A call that came over a hop. */
export interface IncomingCall {
  run<T>(work: () => T): T;
  /** Whether a dependency of the work has been tried as often as it may be: the caller is to be told with the error. */
  readonly retriesSpent: boolean;
}

/**
 * @param milliseconds what is left of the caller's time; Infinity when it said none
 * @param previousAttempts attempts that the caller made before (gRPC's `grpc-previous-rpc-attempts`)
 * @param signal aborts when the caller leaves; calls that are made for it end then, over as many hops as there are
 */
export function incomingCall(
  milliseconds: number,
  previousAttempts: number,
  signal?: AbortSignal,
): IncomingCall {
  const report = { spent: false };
  const context = { deadline: performance.now() + milliseconds, previousAttempts, report, signal };
  return {
    run: (work) => current.run(context, work),
    get retriesSpent() {
      return report.spent;
    },
  };
}

/** What the call that runs now has to tell its callee and learn from it; for transports, before they send. */
export function outgoingCall(): Pick<CallContext, 'previousAttempts' | 'report'> {
  return callContext();
}

/** Runs `work` for a caller who may leave. */
export function whileWaiting<T>(signal: AbortSignal, work: () => T): T {
  return current.run({ ...callContext(), signal }, work);
}

/** Runs `work` to its end, though the caller may leave: others wait for it, too. The deadline stays. */
export function sharedByCallers<T>(work: () => T): T {
  return current.run({ ...callContext(), signal: undefined }, work);
}

/** Runs `work` free of the caller's deadline, attempts and leaving: for what goes on after the answer was given, such as a saga. */
export function withoutDeadline<T>(work: () => T): T {
  return current.exit(work);
}
