import type { OrderEffect } from '../../src/application/sagas/order-saga-data.ts';
import type { Reason } from '../../src/domain/order.ts';
import { about, CANCELLED } from './order-stories.ts';

export const DECLINED = { code: 'PAYMENT.DECLINED', message: 'no' };
export const LATE = { code: 'ORDER.DEADLINE_EXCEEDED', message: 'it took too long, nothing was charged' };
export const NOBODY_ANSWERED = {
  code: 'ORDER.UNAVAILABLE',
  message: 'the order could not be worked on, nothing was charged',
};
export const confirmed: OrderEffect = {
  ...{ ...about, from: 'pending', to: 'confirmed', reason: null },
  ifCancelled: {
    open: { definition: 'cancel-order', version: 1, firstStep: 'refund-payment', deadline: 60_000 },
  },
};
export const rejected = (reason: Reason): OrderEffect => ({
  ...{ ...about, from: 'pending', to: 'rejected', reason },
  ifCancelled: { become: 'cancelled', reason: CANCELLED },
});
export const cancelled: OrderEffect = { ...rejected(CANCELLED), to: 'cancelled' };
export const confirming = ['run confirm-order started 1', 'run confirm-order succeeded 1'];
export const rejecting = ['undo reject-order started 1', 'undo reject-order succeeded 1'];
