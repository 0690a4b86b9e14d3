import type { JournalEntry, SagaRecord, SagaStatus } from '@tradewind/saga';
import type { OrderStatus } from '../../domain/order.ts';
import type { OrderSagaData } from '../sagas/order-saga-data.ts';

/** A saga as an operator sees it. */
export interface SagaView {
  record: SagaRecord<OrderSagaData>;
  startedAt: Date;
  updatedAt: Date;
  traceId: string;
  journal: (JournalEntry & { sequence: number })[];
}

export interface SagaPage {
  sagas: SagaView[];
  nextPageToken: string;
}

/** What reconciliation asks of every order. */
export interface OrderFact {
  orderId: string;
  status: OrderStatus;
  amount: number;
  currency: string;
  sagaState: SagaStatus;
  placedAt: string;
  /** Empty: placed without a trace. */
  traceId: string;
  /** Idempotency keys that name the order; undefined: it may be older than keys are kept. */
  keys: number | undefined;
}

/** The port to reading sagas: an operator's view, apart from what shoppers see. */
export abstract class SagaReader {
  /** Newest first, without journals. */
  abstract list(state: SagaStatus | undefined, pageSize: number, pageToken: string): Promise<SagaPage>;
  /** The newest saga of an order; the journal holds the entries of all its sagas. */
  abstract ofOrder(orderId: string): Promise<SagaView | undefined>;
  abstract facts(pageSize: number, pageToken: string): Promise<{ facts: OrderFact[]; nextPageToken: string }>;
}
