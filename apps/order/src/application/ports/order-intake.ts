/** How many orders this process works on at the same time. */
export abstract class OrderIntake {
  /** Takes a place. @throws AppError OVERLOADED, with `retryAfterSeconds` in its details */
  abstract admit(orderId: string): void;
  /** Gives the place back; orders that were not admitted here have none. */
  abstract ended(orderId: string): void;
}
