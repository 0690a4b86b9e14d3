/** The idempotency key of the request in hand: kept while the request is the same, fresh when it changes. */
export class AttemptKeys {
  #current: { request: string; key: string } | null = null;

  keyFor(request: string): string {
    if (this.#current?.request !== request) this.#current = { request, key: crypto.randomUUID() };
    return this.#current.key;
  }

  /** After a success: the next order is another one, even with the same words in it. */
  forget(): void {
    this.#current = null;
  }
}
