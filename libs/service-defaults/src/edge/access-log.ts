import type { Logger } from '@tradewind/observability';

/** An answered request, without anything that a person wrote: no path, no query, no header, no body. */
export interface AnsweredRequest {
  method: string;
  /** The template, such as `/api/orders/:orderId`. */
  route: string;
  /** 499: the caller left before the answer was complete. */
  status: number;
  milliseconds: number;
  traceId: string;
  spanId: string;
}

// Pages that look every second, spans that arrive every half second and files would bury everything else.
const ROUTINE = /^(GET (\/\*|\/(assets|pictures|ops)\/.*)|POST \/v1\/traces)$/;

/** One line for each request; at level debug for what is routine and went well. */
export function logAccess(logger: Logger, request: AnsweredRequest): void {
  const routine = request.status < 400 && ROUTINE.test(`${request.method} ${request.route}`);
  const { method, route, status } = request;
  logger[routine ? 'debug' : 'info']({ access: true, ...request }, `${method} ${route} ${status}`);
}
