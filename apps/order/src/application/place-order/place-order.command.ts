import { Command } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import type { OrderView, ShippingAddress } from '../ports/order-store.ts';

export interface PlaceOrderAnswer {
  order: Pick<OrderView, 'orderId'> & Partial<OrderView>;
  /** The order is settled and whole in `order`. */
  completed: boolean;
  /** This is the kept answer of an earlier request. */
  replayed: boolean;
}

interface PlaceOrderProps {
  shopperId: string;
  idempotencyKey: string;
  requestHash: string;
  email: string;
  shippingAddress: ShippingAddress;
  paymentToken: string;
  /** Milliseconds to wait for a settled order; 0 answers at once. */
  wait: number;
}

const LONGEST_WAIT = 30_000;

/** Opens an order from what lies in the shopper's cart. Idempotent by (shopper, key). */
export class PlaceOrder extends Command<PlaceOrderAnswer> {
  constructor(readonly props: PlaceOrderProps) {
    super();
  }

  problems(): FieldProblem[] {
    const { shopperId, idempotencyKey, requestHash, email, wait } = this.props;
    const problems: FieldProblem[] = [];
    if (!shopperId) problems.push({ field: 'shopperId', message: 'is missing' });
    if (!/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
      problems.push({ field: 'idempotencyKey', message: 'must be 1 to 255 visible ASCII characters' });
    }
    if (!/^[0-9a-f]{64}$/.test(requestHash))
      problems.push({ field: 'requestHash', message: 'must be a SHA-256' });
    if (!/^[^\s@]+@[^\s@]+$/.test(email))
      problems.push({ field: 'email', message: 'is not an e-mail address' });
    if (wait < 0 || wait > LONGEST_WAIT)
      problems.push({ field: 'wait', message: `must be 0 to ${LONGEST_WAIT}` });
    return problems;
  }
}
