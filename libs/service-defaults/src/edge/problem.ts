import { isAppError, type AppError, type ErrorKind } from '@tradewind/kernel';

/** An error as RFC 9457 describes it, with our stable `code` and the trace to look it up by. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  traceId: string | null;
  errors?: { field: string; message: string }[];
}

const STATUS_OF: Record<ErrorKind, number> = {
  invalid: 422,
  'not-found': 404,
  conflict: 409,
  refused: 422,
  forbidden: 403,
  exhausted: 429,
  unavailable: 503,
  timeout: 504,
  internal: 500,
};

// Codes whose status the interface fixes, against the rule of their kind.
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  'IDEMPOTENCY.KEY_MISSING': 400,
  'IDEMPOTENCY.KEY_MALFORMED': 400,
  'REQUEST.NOT_JSON': 400,
  'REQUEST.TOO_LARGE': 413,
  'REQUEST.UNSUPPORTED_MEDIA_TYPE': 415,
  BULKHEAD_FULL: 503,
  OVERLOADED: 503,
  'ORDER.UNAVAILABLE': 503,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not now',
  413: 'The request is too large',
  415: 'JSON is expected',
  422: 'The request cannot be carried out',
  429: 'Too many requests',
  500: 'Something went wrong',
  501: 'Not available',
  503: 'Not available at the moment',
  504: 'It took too long',
};

export function toProblem(error: unknown, traceId: string | undefined): ProblemDocument {
  const known = isAppError(error) ? error : fromFramework(error);
  const status = statusOf(known);
  const { errors } = known.details as { errors?: ProblemDocument['errors'] };
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'Error',
    status,
    detail: status === 500 ? 'It is our mistake. It has been noted under the trace id.' : known.message,
    code: known.code,
    traceId: traceId ?? null,
    ...(errors ? { errors } : {}),
  };
}

/** Seconds after which a caller may try again what could not be had now; undefined where trying again is no advice. */
export function retryAfterOf(error: unknown, { status }: ProblemDocument): number | undefined {
  if (![409, 429, 503].includes(status)) return undefined;
  const said = isAppError(error) ? error.details['retryAfterSeconds'] : undefined;
  return typeof said === 'number' ? said : RETRY_AFTER;
}

const RETRY_AFTER = 2;

function statusOf({ kind, code }: Pick<AppError, 'kind' | 'code'>): number {
  return STATUS_OF_CODE[code] ?? STATUS_OF[kind];
}

type Known = Pick<AppError, 'kind' | 'code' | 'message' | 'details'>;

/** What Fastify and Nest say, in our codes. */
function fromFramework(error: unknown): Known {
  const { statusCode, status } = error as { statusCode?: number; status?: number };
  const number = Number(statusCode ?? status ?? 500);
  if (error instanceof SyntaxError) return known('invalid', 'REQUEST.NOT_JSON', 'the body is not JSON');
  if (number === 404) return known('not-found', 'ROUTE.NOT_FOUND', 'there is nothing here');
  if (number === 413) return known('invalid', 'REQUEST.TOO_LARGE', 'the body is too large');
  if (number === 415) return known('invalid', 'REQUEST.UNSUPPORTED_MEDIA_TYPE', 'send application/json');
  if (number >= 400 && number < 500)
    return known('invalid', 'REQUEST.NOT_JSON', 'the request cannot be read');
  return known('internal', 'INTERNAL', '');
}

function known(kind: ErrorKind, code: string, message: string): Known {
  return { kind, code, message, details: {} };
}
