/** A log line that is worth a person's time. */
export interface NotableLine {
  readonly at: Date;
  readonly message: string;
  readonly severe: boolean;
}

const ERROR = 50;
// Reading every line as JSON would cost more than the services that write them.
const maybeNotable = /"notable":\s*true|"level":\s*(?:[5-9]\d|"error"|"fatal")/;

/** The line when it is notable (`notable: true`, or an error), undefined when it belongs in the file only. */
export function readNotable(line: string, now: () => Date = () => new Date()): NotableLine | undefined {
  if (!maybeNotable.test(line)) return undefined;
  const entry = parse(line);
  if (entry === undefined) return undefined;
  const severe = isError(entry['level']);
  if (!severe && entry['notable'] !== true) return undefined;
  return { at: readTime(entry['time']) ?? now(), message: describe(entry), severe };
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const isError = (level: unknown): boolean =>
  level === 'error' || level === 'fatal' || (typeof level === 'number' && level >= ERROR);

function readTime(time: unknown): Date | undefined {
  if (typeof time !== 'number' && typeof time !== 'string') return undefined;
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function describe(entry: Record<string, unknown>): string {
  const error = (entry['err'] ?? entry['error']) as { message?: unknown } | undefined;
  const text = [entry['msg'], error?.message].filter((part) => typeof part === 'string' && part !== '');
  return [...new Set(text)].join(': ').replaceAll(/\s+/g, ' ') || 'an error without a message';
}

/** Puts chunks of a stream together to whole lines. */
export function splitLines(onLine: (line: string) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  };
}
