import { Metadata, status, type ServiceError, type StatusObject } from '@grpc/grpc-js';
import { AppError, isAppError, type ErrorKind } from '@tradewind/kernel';
import { refuseRetries } from './propagation.ts';

const STATUS_OF: Record<ErrorKind, status> = {
  invalid: status.INVALID_ARGUMENT,
  'not-found': status.NOT_FOUND,
  conflict: status.ABORTED,
  refused: status.FAILED_PRECONDITION,
  forbidden: status.PERMISSION_DENIED,
  exhausted: status.RESOURCE_EXHAUSTED,
  unavailable: status.UNAVAILABLE,
  timeout: status.DEADLINE_EXCEEDED,
  internal: status.INTERNAL,
};

const KIND_OF = new Map<status, ErrorKind>(
  Object.entries(STATUS_OF).map(([kind, code]) => [code, kind as ErrorKind]),
);

/**
 * Our errors travel as a status plus metadata (`error-code`, `error-retryable`, `error-details`); nothing else leaks out.
 * @param retriesSpent the caller must not try again at once: our own dependencies have been tried as often as they may be
 */
export function toServiceError(error: unknown, retriesSpent = false): Partial<StatusObject> {
  const metadata = new Metadata();
  if (retriesSpent) refuseRetries(metadata);
  if (!isAppError(error)) return { code: status.INTERNAL, details: 'internal error', metadata };
  metadata.set('error-code', error.code);
  metadata.set('error-retryable', String(error.retryable));
  if (Object.keys(error.details).length > 0) {
    metadata.set('error-details-bin', Buffer.from(JSON.stringify(error.details)));
  }
  return { code: STATUS_OF[error.kind], details: error.message, metadata };
}

/** The same error on the caller's side; a status without our metadata comes from the network or the library. */
export function fromServiceError(dependency: string, error: ServiceError): AppError {
  const code = error.metadata?.get('error-code')[0];
  if (code === undefined) return transportError(dependency, error);
  const details = error.metadata.get('error-details-bin')[0];
  return new AppError(KIND_OF.get(error.code) ?? 'internal', String(code), error.details, {
    retryable: error.metadata.get('error-retryable')[0] === 'true',
    details: details ? (JSON.parse(details.toString()) as Record<string, unknown>) : undefined,
  });
}

function transportError(dependency: string, error: ServiceError): AppError {
  switch (error.code) {
    case status.DEADLINE_EXCEEDED:
      return new AppError('timeout', 'TIMEOUT', `${dependency} did not answer in time`, { cause: error });
    case status.UNAVAILABLE:
    case status.CANCELLED:
      return new AppError('unavailable', 'UNAVAILABLE', `${dependency} cannot be reached`, { cause: error });
    default:
      return new AppError('internal', 'INTERNAL', `${dependency} failed: ${error.details}`, { cause: error });
  }
}
