/** Says what is done and how long it took, on one line each. */
export class Progress {
  readonly #write: (text: string) => void;

  constructor(write: (text: string) => void = (text) => process.stdout.write(text)) {
    this.#write = write;
  }

  async step<Result>(
    name: string,
    work: () => Promise<Result>,
    remark?: (result: Result) => string,
  ): Promise<Result> {
    const began = Date.now();
    const seconds = (): string => `${((Date.now() - began) / 1_000).toFixed(1).padStart(6)} s`;
    try {
      const result = await work();
      this.#write(`  ✓ ${name.padEnd(28)}${seconds()}   ${remark?.(result) ?? ''}`.trimEnd() + '\n');
      return result;
    } catch (error) {
      this.#write(`  ✗ ${name.padEnd(28)}${seconds()}\n`);
      throw error;
    }
  }

  say(text: string): void {
    this.#write(`    ${text}\n`);
  }
}
