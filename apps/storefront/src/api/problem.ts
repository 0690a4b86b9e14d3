/** One message about one field of the request, as the API names it (`shippingAddress.city`). */
export interface FieldError {
  field: string;
  message: string;
}

/** A failed call: an RFC 9457 problem document, or what stands for one when none came. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** HTTP status; 0 when no answer came at all. */
    readonly status: number,
    /** Stable, such as `CART.EMPTY`. */
    readonly code: string,
    message: string,
    readonly traceId: string | null = null,
    readonly fields: FieldError[] = [],
    /** Seconds after which the server asks us to come back. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }

  /** True when the same call may work a moment later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export const unreachable = 'NETWORK.UNREACHABLE';

/** Reads the answer of a failed call. A proxy's HTML page is as good as no document: its status speaks. */
export async function toApiError(response: Response): Promise<ApiError> {
  const problem = await readProblem(response);
  return new ApiError(
    response.status,
    text(problem.code) ?? `HTTP.${response.status}`,
    text(problem.detail) ?? text(problem.title) ?? `The server answered ${response.status}.`,
    text(problem.traceId) ?? null,
    toFieldErrors(problem.errors),
    toSeconds(response.headers.get('retry-after')),
  );
}

export function noAnswer(): ApiError {
  return new ApiError(0, unreachable, 'No answer came from the server.');
}

export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(0, 'APP.FAILED', error instanceof Error ? error.message : String(error));
}

async function readProblem(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}

function toFieldErrors(errors: unknown): FieldError[] {
  if (!Array.isArray(errors)) return [];
  return errors
    .map((error: Partial<FieldError>) => ({
      field: text(error.field) ?? '',
      message: text(error.message) ?? '',
    }))
    .filter((error) => error.message !== '');
}

function toSeconds(header: string | null): number | null {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
