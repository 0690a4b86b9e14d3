/** How many orders this process begins at the same time. */
export abstract class OrderIntake {
  /**
   * Takes a place, which is given back by the function that is returned; `counts` false: its time says nothing about the load.
   * @throws AppError OVERLOADED, with `retryAfterSeconds` in its details
   */
  abstract admit(): (counts?: boolean) => void;
}
