/** Lets a few lines of each source through per window and counts the others, so that a storm stays readable. */
export class RateLimit {
  readonly #perWindow: number;
  #passed = 0;
  #held = 0;

  constructor(perWindow: number) {
    this.#perWindow = perWindow;
  }

  allow(): boolean {
    if (this.#passed < this.#perWindow) {
      this.#passed += 1;
      return true;
    }
    this.#held += 1;
    return false;
  }

  /** Begins a new window and says how many lines the last one held back. */
  nextWindow(): number {
    const held = this.#held;
    this.#passed = 0;
    this.#held = 0;
    return held;
  }
}
