/** Whether what an order needs can be had right now. */
export abstract class OrderPath {
  /** @throws AppError ORDER.UNAVAILABLE, with `retryAfterSeconds` in its details */
  abstract requireHealthy(): void;
}
