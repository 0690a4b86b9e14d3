import type { SagaStep } from '@tradewind/saga';
import type { OrderEffect, OrderSagaData } from './order-saga-data.ts';

/** What must be done in the end: tried for minutes, then parked for an operator. */
export const STUBBORNLY: SagaStep<OrderSagaData, OrderEffect>['retry'] = {
  attempts: 30,
  initial: 200,
  maximum: 10_000,
};
