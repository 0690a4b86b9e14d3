/** Where an order stands, as far as it concerns how busy we are. */
export type OrderStage =
  /** Somebody outside has it: the payment provider. */
  'waits' | 'works' | 'ended';

/** How many orders this process works on at the same time. */
export abstract class OrderIntake {
  /** Takes a place. @throws AppError OVERLOADED, with `retryAfterSeconds` in its details */
  abstract admit(orderId: string): void;
  /** An order that was admitted has moved on; others are none of our business. */
  abstract moved(orderId: string, stage: OrderStage): void;
}
