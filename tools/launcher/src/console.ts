import { relative } from 'node:path';
import type { NotableLine } from './supervisor/log-lines.ts';
import { RateLimit } from './supervisor/rate-limit.ts';

const LINES_PER_WINDOW = 4;
const WINDOW = 3_000;

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

type Style = 'plain' | 'dim' | 'bold' | 'red' | 'green';
const codes: Record<Style, string> = { plain: '0', dim: '2', bold: '1', red: '31', green: '32' };

/** What the person at the terminal sees. */
export class Console {
  readonly #output: Output | undefined;
  readonly #limits = new Map<string, RateLimit>();
  readonly #nextWindow: NodeJS.Timeout;
  readonly #logFile: (service: string) => string;
  #pending = '';

  /** @param output where to write; nothing is shown without one */
  constructor(output: Output | undefined, logFile: (service: string) => string) {
    this.#output = output;
    this.#logFile = logFile;
    this.#nextWindow = setInterval(() => this.#openWindow(), WINDOW).unref();
  }

  line(text = ''): void {
    const erase = this.#pending && '\r\u001b[K';
    this.#output?.write(`${erase}${text}\n${this.#pending}`);
  }

  /** A line that stays until the next `done`, on terminals only: work that is under way. */
  pending(text: string): void {
    if (!this.#output?.isTTY) return;
    this.#pending = text;
    this.#output.write(text);
  }

  done(text: string): void {
    const erase = this.#pending && '\r\u001b[K';
    this.#pending = '';
    this.#output?.write(`${erase}${text}\n`);
  }

  /** One event of a service, unless it has just had its share of lines. */
  event(service: string, { at, message, severe }: NotableLine): void {
    if (this.#limitOf(service).allow())
      this.line(this.#format(service, at, this.paint(severe ? 'red' : 'plain', message)));
  }

  /** Something that the launcher itself has to say; never held back. */
  notice(text: string): void {
    this.line(`${this.paint('dim', formatTime(new Date()))}  ${text}`);
  }

  paint(style: Style, text: string): string {
    const colours = this.#output?.isTTY === true && !process.env['NO_COLOR'];
    return colours ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;
  }

  close(): void {
    clearInterval(this.#nextWindow);
    this.#openWindow();
  }

  #openWindow(): void {
    for (const [service, limit] of this.#limits) {
      const held = limit.nextWindow();
      const file = relative(process.cwd(), this.#logFile(service));
      if (held > 0)
        this.line(this.#format(service, new Date(), this.paint('dim', `… and ${held} more, see ${file}`)));
    }
  }

  #limitOf(service: string): RateLimit {
    const limit = this.#limits.get(service) ?? new RateLimit(LINES_PER_WINDOW);
    this.#limits.set(service, limit);
    return limit;
  }

  #format(service: string, at: Date, message: string): string {
    return `${this.paint('dim', formatTime(at))}  ${service.padEnd(14)} ${message}`;
  }
}

const formatTime = (date: Date): string =>
  [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
