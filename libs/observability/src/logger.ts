import { trace } from '@opentelemetry/api';
import { pino, type Logger as Pino, type LoggerOptions } from 'pino';
import { createLogMemory } from './log-memory.ts';
import { safeError } from './safe-error.ts';

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

/** Lines that a process keeps in memory: about 150 kB. */
const KEPT_LINES = 500;

/** The latest lines of this process, whichever logger wrote them; its admin port shows them. */
export const recentLogs = createLogMemory(KEPT_LINES);

/**
 * JSON lines on standard output: time, level, service, traceId of the active span, message.
 * `notable: true` marks a line that is worth a person's time; the launcher shows those.
 */
export function createLogger(service: string, level: string): Logger {
  const options: LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), remove: true },
    serializers: { err: safeError },
    mixin() {
      const span = trace.getActiveSpan()?.spanContext();
      return span ? { traceId: span.traceId, spanId: span.spanId } : {};
    },
  };
  return pino(options, { write: keepAndWrite });
}

const output = pino.destination(1);

function keepAndWrite(given: string): void {
  const line = withoutAddresses(given);
  recentLogs.add(line);
  output.write(line);
}

/** The last net: an e-mail address inside a text, such as the message of an error. */
function withoutAddresses(line: string): string {
  return line.includes('@') ? line.replaceAll(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]') : line;
}
