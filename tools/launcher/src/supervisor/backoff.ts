/** How long to wait before a process that died is started again: 100 ms, then twice as long each time, at most 5 s. */
export class Backoff {
  static readonly first = 100;
  static readonly longest = 5_000;
  /** After so long in good health the next death counts as the first. */
  static readonly healthyAfter = 30_000;

  #deaths = 0;

  /** @param healthyFor how long the process was ready before it died, in milliseconds */
  next(healthyFor: number): number {
    if (healthyFor >= Backoff.healthyAfter) this.#deaths = 0;
    const delay = Math.min(Backoff.first * 2 ** this.#deaths, Backoff.longest);
    this.#deaths += 1;
    return delay;
  }
}
