/** Levels of a line, from the least to the most urgent. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A line as the log has it: whatever is removed there is not here either. */
export interface LogLine {
  /** RFC 3339 with milliseconds. */
  at: string;
  service: string;
  level: LogLevel;
  message: string;
  /** Of the span that was active when it was written. */
  traceId: string | null;
  spanId: string | null;
  fields: Record<string, unknown>;
}

export interface LogFilter {
  /** Only lines of this trace. */
  traceId?: string;
  /** This level and more urgent ones. Default: all that were written. */
  level?: LogLevel;
  /** Lines at most. Default: all that are kept. */
  limit?: number;
}

export interface LogMemory {
  /** Takes a JSON line as pino writes it. */
  add(line: string): void;
  /** Newest first. */
  find(filter?: LogFilter): LogLine[];
}

/** The latest `maximum` lines, as text: they are parsed only when somebody asks. */
export function createLogMemory(maximum: number): LogMemory {
  const lines: string[] = [];
  let next = 0;
  return {
    add(line) {
      lines[next] = line;
      next = (next + 1) % maximum;
    },
    find({ traceId, level = 'trace', limit = maximum } = {}) {
      const least = severity(level);
      const found: LogLine[] = [];
      for (let age = 1; age <= lines.length && found.length < limit; age++) {
        const raw = lines[(next - age + lines.length) % lines.length]!;
        if (traceId !== undefined && !raw.includes(traceId)) continue;
        const line = toLine(raw);
        if (severity(line.level) < least || (traceId !== undefined && line.traceId !== traceId)) continue;
        found.push(line);
      }
      return found;
    },
  };
}

const severity = (level: LogLevel): number => LOG_LEVELS.indexOf(level);

// Pino writes levels as numbers: 10 is trace, 60 is fatal.
const levelOf = (value: unknown): LogLevel => LOG_LEVELS[Number(value) / 10 - 1] ?? 'info';

function toLine(raw: string): LogLine {
  const { time, level, service, msg, traceId, spanId, ...fields } = JSON.parse(raw) as Record<
    string,
    unknown
  >;
  return {
    at: String(time),
    service: String(service),
    level: levelOf(level),
    message: String(msg ?? ''),
    traceId: traceId === undefined ? null : String(traceId),
    spanId: spanId === undefined ? null : String(spanId),
    fields,
  };
}
