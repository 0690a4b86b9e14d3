import type { Console } from './console.ts';

/** Runs the parts of the start one after the other and prints a line with the seconds of each. */
export class Steps {
  readonly #console: Console;
  readonly #signal: AbortSignal | undefined;

  constructor(console: Console, signal?: AbortSignal) {
    this.#console = console;
    this.#signal = signal;
  }

  /** @param detail what is worth printing about the result, if anything is */
  async run<Result>(
    name: string,
    work: () => Promise<Result>,
    detail?: (result: Result) => string | undefined,
  ): Promise<Result> {
    this.#signal?.throwIfAborted();
    const started = performance.now();
    this.#console.pending(`  … ${name}`);
    try {
      const result = await orAborted(work(), this.#signal);
      const remark = detail?.(result);
      const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
      const text = `  ${this.#console.paint('green', '✓')} ${name.padEnd(22)} ${seconds} s`;
      this.#console.done(remark ? `${text}   ${this.#console.paint('dim', remark)}` : text);
      return result;
    } catch (error) {
      this.#console.done(`  ${this.#console.paint('red', '✗')} ${name}`);
      throw error;
    }
  }
}

/** The work's result, or the signal's reason as soon as it is aborted. */
async function orAborted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (!signal) return await work;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return await Promise.race([work, aborted]);
}
