import type { LoadShedder } from '@tradewind/resilience';
import { OrderIntake, type OrderStage } from '../application/ports/order-intake.ts';

type Leave = (counts?: boolean) => void;

/**
 * An order has a place from its opening to its end, but for the time in which the payment provider has it: a slow provider
 * does not make us busy, and must not make us refuse who could be served.
 */
export class SheddingOrderIntake extends OrderIntake {
  /** Null: the order waits, and has no place. */
  private readonly places = new Map<string, Leave | null>();

  constructor(private readonly shedder: LoadShedder) {
    super();
  }

  admit(orderId: string): void {
    this.places.set(orderId, this.shedder.admit('critical'));
  }

  moved(orderId: string, stage: OrderStage): void {
    const place = this.places.get(orderId);
    if (place === undefined) return;
    if (stage === 'works') {
      if (place === null) this.places.set(orderId, this.shedder.enter());
      return;
    }
    // Half of an order's time is no measure of the load, but it is always the same half.
    place?.();
    if (stage === 'waits') this.places.set(orderId, null);
    else this.places.delete(orderId);
  }
}
