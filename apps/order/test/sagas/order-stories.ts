import { SUBJECT, type Stories } from '@tradewind/saga/testing';
import type { Inventory, Payment } from '../../src/application/ports/participants.ts';
import type { OrderEffect, OrderSagaData } from '../../src/application/sagas/order-saga-data.ts';

/** Who is called; the kit plays them. */
export interface Participants {
  inventory: Inventory;
  payment: Payment;
}

export type OrderStories = Stories<OrderSagaData, OrderEffect>;

const euros = (amount: number) => ({ amount, currency: 'EUR' });

export const lines = [
  {
    ...{ productId: 'p-1', sku: 'TEA', name: 'Tea', quantity: 2 },
    ...{ unitPrice: euros(1_999), lineTotal: euros(3_998) },
  },
];
export const total = euros(3_998);
/** What is known of the order when its token is forgotten. */
export const order = { orderId: SUBJECT, shopperId: 'ada', lines, total };
export const data: OrderSagaData = { ...order, paymentToken: 'tok_ok' };

export const STUBBORNLY = { attempts: 30, initial: 200, maximum: 10_000 };
export const CANCELLED = { code: 'ORDER.CANCELLED_BY_SHOPPER', message: 'the shopper cancelled the order' };

/** How an effect tells whose order it is about. */
export const about = { orderId: SUBJECT, shopperId: 'ada', content: { lines, total } };
