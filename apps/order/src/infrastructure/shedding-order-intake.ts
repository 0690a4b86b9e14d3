import type { LoadShedder } from '@tradewind/resilience';
import { OrderIntake } from '../application/ports/order-intake.ts';

/** An order has a place from its opening until it is settled or parked: what is begun is finished before more is begun. */
export class SheddingOrderIntake extends OrderIntake {
  private readonly places = new Map<string, () => void>();

  constructor(private readonly shedder: LoadShedder) {
    super();
  }

  admit(orderId: string): void {
    this.places.set(orderId, this.shedder.admit('critical'));
  }

  ended(orderId: string): void {
    this.places.get(orderId)?.();
    this.places.delete(orderId);
  }
}
