import { EventEmitter, once } from 'node:events';
import { AppError, type Clock } from '@tradewind/kernel';
import { linkActiveSpan, type Logger } from '@tradewind/observability';
import {
  createSagaRunner,
  decideParked,
  sagaVersions,
  type Decided,
  type SagaRecord,
  type SagaRunner,
  type SagaStore,
} from '@tradewind/saga';
import type { Lifecycle, Messaging } from '@tradewind/service-defaults';
import type { OrderIntake } from '../application/ports/order-intake.ts';
import type { Inventory, Payment } from '../application/ports/participants.ts';
import { cancelOrderSaga } from '../application/sagas/cancel-order.saga.ts';
import type { OrderEffect, OrderSagaData } from '../application/sagas/order-saga-data.ts';
import { OrderSagas } from '../application/sagas/order-sagas.ts';
import { placeOrderSaga } from '../application/sagas/place-order.saga.ts';

interface Parts {
  intake: OrderIntake;
  inventory: Inventory;
  payment: Payment;
  store: SagaStore<OrderSagaData, OrderEffect>;
  messaging: Messaging;
  clock: Clock;
  logger: Logger;
}

/** The sagas and their runner in this process, and who waits here for their changes. */
export class RunningOrderSagas extends OrderSagas implements Lifecycle {
  readonly placeOrder;
  readonly versions;
  readonly runner: SagaRunner<OrderSagaData>;
  private readonly changes = new EventEmitter();
  private readonly parts: Parts;

  constructor(parts: Parts) {
    super();
    this.parts = parts;
    this.placeOrder = placeOrderSaga(parts.inventory, parts.payment);
    const definitions = [this.placeOrder, cancelOrderSaga(parts.inventory, parts.payment)];
    this.versions = sagaVersions(definitions);
    this.changes.setMaxListeners(0);
    this.runner = createSagaRunner({
      ...parts,
      definitions,
      changed: (saga) => this.changed(saga),
    });
  }

  start(): Promise<void> {
    return this.runner.start();
  }

  stop(): Promise<void> {
    return this.runner.stop();
  }

  nextChange(orderId: string, milliseconds: number, signal?: AbortSignal): Promise<void> {
    return this.heard(`changed ${orderId}`, milliseconds, signal);
  }

  nextSettled(orderId: string, milliseconds: number): Promise<void> {
    return this.heard(`settled ${orderId}`, milliseconds);
  }

  async decide(saga: SagaRecord<OrderSagaData>, decided: Decided): Promise<void> {
    const { store, clock } = this.parts;
    const transition = decideParked(this.versions.require(saga), saga, decided, clock.now());
    const verdict = await store.advance(transition);
    if (verdict === 'lost') {
      throw new AppError(
        'conflict',
        'SAGA.DECIDED_BEFORE',
        'somebody else has decided about this saga before',
      );
    }
    linkActiveSpan(saga.traceparent);
    this.changed({ ...saga, state: transition.state, cancelRequested: verdict === 'cancel-requested' });
    await this.runner.recover();
  }

  private changed({ subjectId, state, cancelRequested }: SagaRecord<OrderSagaData>): void {
    this.parts.messaging.wake();
    this.changes.emit(`changed ${subjectId}`);
    if (state.status === 'done' || state.status === 'parked') {
      this.parts.intake.ended(subjectId);
      this.changes.emit(`settled ${subjectId}`);
    }
    // The saga that cancels the order may just have been opened; nobody has it yet.
    if (state.status === 'done' && cancelRequested) this.runner.recover().catch(() => {});
  }

  private async heard(event: string, milliseconds: number, signal?: AbortSignal): Promise<void> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), milliseconds);
    const waiting = signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
    await once(this.changes, event, { signal: waiting }).catch(() => {});
    clearTimeout(timer);
  }
}
