type Stop = () => unknown;

/** What has to end with the bench, whatever ends it: the last that was started first. */
export class Cleanup {
  readonly #stops: Stop[] = [];
  #running: Promise<void> | undefined;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => void this.run().finally(() => process.exit(130)));
  }

  add(stop: Stop): void {
    this.#stops.push(stop);
  }

  /** Safe to call again. */
  run(): Promise<void> {
    return (this.#running ??= this.#run());
  }

  async #run(): Promise<void> {
    for (const stop of this.#stops.reverse()) {
      try {
        await stop();
      } catch (error) {
        console.error(error);
      }
    }
  }
}
