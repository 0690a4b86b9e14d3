import type { Decided, SagaDefinition, SagaRecord, SagaRunner, SagaVersions } from '@tradewind/saga';
import type { OrderEffect, OrderSagaData } from './order-saga-data.ts';

/** The sagas of this service and who runs them. */
export abstract class OrderSagas {
  /** By which orders are placed from now on. Those on their way end by the version that they began with. */
  abstract readonly placeOrder: SagaDefinition<OrderSagaData, OrderEffect>;
  abstract readonly versions: SagaVersions<OrderSagaData, OrderEffect>;
  abstract readonly runner: SagaRunner<OrderSagaData>;
  /** Resolves when the order's saga comes to rest in this process, or after `milliseconds`. */
  abstract nextSettled(orderId: string, milliseconds: number): Promise<void>;
  /** Resolves at the next change of the order's saga in this process, or after `milliseconds`, or when the signal aborts. */
  abstract nextChange(orderId: string, milliseconds: number, signal?: AbortSignal): Promise<void>;
  /**
   * Keeps what an operator decided about a parked saga, and lets a runner take it up.
   * @throws AppError SAGA.NOT_PARKED, SAGA.PAST_PIVOT, SAGA.UNKNOWN_DEFINITION, SAGA.DECIDED_BEFORE
   */
  abstract decide(saga: SagaRecord<OrderSagaData>, decided: Decided): Promise<void>;
}
