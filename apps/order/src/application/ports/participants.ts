import type { Money } from '@tradewind/kernel';
import type { OrderLine } from '../../domain/order.ts';

/** The other services, in this service's words. Every call carries the order's id as key: twice is once. */

export abstract class Cart {
  abstract itemsOf(shopperId: string): Promise<Omit<OrderLine, 'lineTotal'>[]>;
}

export interface Quantity {
  productId: string;
  quantity: number;
}

export abstract class Inventory {
  abstract reserve(orderId: string, lines: readonly Quantity[]): Promise<void>;
  abstract release(orderId: string): Promise<void>;
  abstract commit(orderId: string): Promise<void>;
  /** Goods of a cancelled order come back into stock. */
  abstract takeBack(orderId: string, lines: readonly Quantity[]): Promise<void>;
}

export abstract class Payment {
  abstract authorize(orderId: string, amount: Money, token: string): Promise<void>;
  abstract void(orderId: string): Promise<void>;
  abstract capture(orderId: string): Promise<void>;
  abstract refund(orderId: string): Promise<void>;
}
