import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AppError, isUuid, uuidV7, type Clock } from '@tradewind/kernel';
import { callerTraceparent } from '@tradewind/observability';
import type { SagaRecord } from '@tradewind/saga';
import { CLOCK } from '@tradewind/service-defaults';
import { canBecome } from '../../domain/order.ts';
import { orderNotFound } from '../get-order/get-order.handler.ts';
import { OrderStore, type OrderView } from '../ports/order-store.ts';
import { CANCELLATION } from '../sagas/cancellation.ts';
import type { OrderSagaData } from '../sagas/order-saga-data.ts';
import { OrderSagas } from '../sagas/order-sagas.ts';
import { CancelOrder } from './cancel-order.command.ts';

/** An order is settled at most once while it is looked at: pending, then confirmed. */
const LOOKS = 3;

@CommandHandler(CancelOrder)
export class CancelOrderHandler implements ICommandHandler<CancelOrder> {
  constructor(
    private readonly orders: OrderStore,
    private readonly sagas: OrderSagas,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ shopperId, orderId }: CancelOrder): Promise<OrderView> {
    for (let look = 0; look < LOOKS; look++) {
      const order = isUuid(orderId) ? await this.orders.find(shopperId, orderId) : undefined;
      if (!order) throw orderNotFound(orderId);
      if (order.status === 'cancelled') return order;
      if (!canBecome(order.status, 'cancelled')) throw notCancellable(order.status);
      if (await this.accept(order)) return order;
    }
    throw new AppError('unavailable', 'ORDER.CHANGING', 'the order is changing just now: ask again');
  }

  /** @returns false when the order is no longer what it was found to be: its new status decides */
  private async accept(order: OrderView): Promise<boolean> {
    if (order.status === 'pending') return this.orders.requestCancellation(order.orderId);
    const found = await this.orders.openCancellation(this.newSaga(order));
    if (found === 'opened') this.sagas.runner.recover().catch(() => {});
    return found !== 'not-confirmed';
  }

  private newSaga({ orderId, shopperId, lines, total }: OrderView): SagaRecord<OrderSagaData> {
    const now = this.clock.now();
    const { definition, version, deadline } = CANCELLATION;
    return {
      id: uuidV7(now),
      subjectId: orderId,
      definition,
      version,
      data: { orderId, shopperId, lines, total },
      state: { status: 'running', step: 0, attempt: 0, failure: null, parked: null },
      fence: 1,
      deadlineAt: now + deadline,
      traceparent: callerTraceparent(),
      cancelRequested: false,
    };
  }
}

function notCancellable(status: string): AppError {
  return new AppError('conflict', 'ORDER.NOT_CANCELLABLE', `a ${status} order cannot be cancelled`, {
    retryable: false,
  });
}
