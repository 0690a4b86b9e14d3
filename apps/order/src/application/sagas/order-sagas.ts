import type { SagaDefinition, SagaRecord, SagaRunner } from '@tradewind/saga';
import type { OrderEffect, OrderSagaData } from './order-saga-data.ts';

/** The sagas of this service and who runs them. */
export abstract class OrderSagas {
  abstract readonly placeOrder: SagaDefinition<OrderSagaData, OrderEffect>;
  abstract readonly cancelOrder: SagaDefinition<OrderSagaData, OrderEffect>;
  abstract readonly runner: SagaRunner<OrderSagaData>;
  /** Resolves when the order's saga comes to rest in this process, or after `milliseconds`. */
  abstract nextSettled(orderId: string, milliseconds: number): Promise<void>;
  /** Resolves at the next change of the order's saga in this process, or after `milliseconds`, or when the signal aborts. */
  abstract nextChange(orderId: string, milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Keeps a transition that an operator decided, and lets a runner take the saga up. */
  abstract keepDecision(saga: SagaRecord<OrderSagaData>, entry: OperatorEntry): Promise<void>;
}

/** What an operator did, for the journal. */
export interface OperatorEntry {
  step: string;
  direction: 'run' | 'undo';
  at: string;
  detail: { operator: string; note: string; decision: string };
}
