import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AppError, isUuid, uuidV7, type Clock } from '@tradewind/kernel';
import { currentTraceparent } from '@tradewind/observability';
import type { SagaRecord } from '@tradewind/saga';
import { CLOCK } from '@tradewind/service-defaults';
import { canBecome } from '../../domain/order.ts';
import { orderNotFound } from '../get-order/get-order.handler.ts';
import { OrderStore, type OrderView } from '../ports/order-store.ts';
import type { OrderSagaData } from '../sagas/order-saga-data.ts';
import { OrderSagas } from '../sagas/order-sagas.ts';
import { CancelOrder } from './cancel-order.command.ts';

@CommandHandler(CancelOrder)
export class CancelOrderHandler implements ICommandHandler<CancelOrder> {
  constructor(
    private readonly orders: OrderStore,
    private readonly sagas: OrderSagas,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ shopperId, orderId }: CancelOrder): Promise<OrderView> {
    const order = isUuid(orderId) ? await this.orders.find(shopperId, orderId) : undefined;
    if (!order) throw orderNotFound(orderId);
    if (order.status === 'cancelled') return order;
    if (!canBecome(order.status, 'cancelled')) throw notCancellable(order.status);
    if (order.status === 'pending' && (await this.orders.requestCancellation(orderId))) return order;
    const saga = this.newSaga(order);
    if (await this.orders.openCancellation(saga)) this.sagas.runner.recover().catch(() => {});
    return order;
  }

  private newSaga({ orderId, shopperId, lines, total }: OrderView): SagaRecord<OrderSagaData> {
    const now = this.clock.now();
    const { name, version, deadline } = this.sagas.cancelOrder;
    return {
      id: uuidV7(now),
      subjectId: orderId,
      definition: name,
      version,
      data: { orderId, shopperId, lines, total },
      state: { status: 'running', step: 0, attempt: 0, failure: null, parked: null },
      fence: 1,
      deadlineAt: now + deadline,
      traceparent: currentTraceparent(),
      cancelRequested: false,
    };
  }
}

function notCancellable(status: string): AppError {
  return new AppError('conflict', 'ORDER.NOT_CANCELLABLE', `a ${status} order cannot be cancelled`, {
    retryable: false,
  });
}
