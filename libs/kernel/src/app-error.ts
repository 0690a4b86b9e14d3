/**
 * What kind of no an error is. Each edge maps it once: to a gRPC status, to an HTTP status.
 *
 * - `invalid`: the request can never work as it is
 * - `not-found`, `conflict`, `refused` (a business rule says no), `forbidden`, `exhausted` (a limit; later it may work)
 * - `unavailable`, `timeout`: somebody did not answer; whether it happened is not known
 * - `internal`: our own mistake
 */
export type ErrorKind =
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'refused'
  | 'forbidden'
  | 'exhausted'
  | 'unavailable'
  | 'timeout'
  | 'internal';

interface AppErrorOptions {
  /** Whether the same call may succeed later without a change. Default: true for `unavailable`, `timeout`, `exhausted`. */
  retryable?: boolean;
  /** Facts for the caller; never personal or card data. */
  details?: Record<string, unknown>;
  cause?: unknown;
}

const RETRYABLE: ReadonlySet<ErrorKind> = new Set(['unavailable', 'timeout', 'exhausted']);

/** An expected outcome with a stable code such as `INVENTORY.OUT_OF_STOCK`. The code is public, the message is for people. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: string;
  readonly kind: ErrorKind;
  readonly retryable: boolean;
  readonly details: Record<string, unknown>;

  constructor(kind: ErrorKind, code: string, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.kind = kind;
    this.retryable = options.retryable ?? RETRYABLE.has(kind);
    this.details = options.details ?? {};
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}

/** Whether it is an answer, a no that was decided, and not the failure of somebody to answer. */
export function isAnswer(error: unknown): error is AppError {
  return isAppError(error) && !['unavailable', 'timeout', 'internal'].includes(error.kind);
}
