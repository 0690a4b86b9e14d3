import { trace } from '@opentelemetry/api';
import { pino, type Logger as Pino } from 'pino';

export type Logger = Pino;

/** Fields that are never written, wherever they stand in a logged object. Logging whole requests stays forbidden all the same. */
const SECRET_FIELDS = [
  'email',
  'token',
  'paymentToken',
  'password',
  'cookie',
  'authorization',
  'shippingAddress',
];

/**
 * JSON lines on standard output: time, level, service, traceId of the active span, message.
 * `notable: true` marks a line that is worth a person's time; the launcher shows those.
 */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), remove: true },
    mixin() {
      const span = trace.getActiveSpan()?.spanContext();
      return span ? { traceId: span.traceId, spanId: span.spanId } : {};
    },
  });
}
