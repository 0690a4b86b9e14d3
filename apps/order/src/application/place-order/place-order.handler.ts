import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AppError, uuidV7, type Clock } from '@tradewind/kernel';
import { currentTraceId, currentTraceparent } from '@tradewind/observability';
import { CLOCK } from '@tradewind/service-defaults';
import { contentOf, isSettled } from '../../domain/order.ts';
import { OrderStore, type NewOrder, type OrderView } from '../ports/order-store.ts';
import { Cart } from '../ports/participants.ts';
import { PaymentTokens } from '../ports/payment-tokens.ts';
import { OrderSagas } from '../sagas/order-sagas.ts';
import { PlaceOrder, type PlaceOrderAnswer } from './place-order.command.ts';
import { replayOf } from './replay.ts';

@CommandHandler(PlaceOrder)
export class PlaceOrderHandler implements ICommandHandler<PlaceOrder> {
  constructor(
    private readonly orders: OrderStore,
    private readonly cart: Cart,
    private readonly tokens: PaymentTokens,
    private readonly sagas: OrderSagas,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: PlaceOrder): Promise<PlaceOrderAnswer> {
    const { shopperId, idempotencyKey, paymentToken, wait } = command.props;
    this.tokens.require(paymentToken);
    const items = await this.cart.itemsOf(shopperId);
    // A replay comes after the cart was cleared: only then is the kept answer looked up before anything else.
    if (items.length === 0) return this.replayOr(command, () => contentOf(items));
    const order = this.newOrder(command, items);
    const opened = await this.orders.open(order, this.sagas.runner.worker);
    if (!opened) return this.replayOr(command, () => {});
    this.sagas.runner.resume(order.saga);
    if (wait === 0) return { order: { orderId: order.orderId }, completed: false, replayed: false };
    const settled = await this.waitUntilSettled(shopperId, order.orderId, wait);
    await this.orders.keepAnswer(shopperId, idempotencyKey, settled ?? null);
    return {
      order: settled ?? { orderId: order.orderId },
      completed: settled !== undefined,
      replayed: false,
    };
  }

  private newOrder({ props }: PlaceOrder, items: Parameters<typeof contentOf>[0]): NewOrder {
    const now = this.clock.now();
    const orderId = uuidV7(now);
    const content = contentOf(items);
    const { shopperId, idempotencyKey, requestHash, email, shippingAddress, paymentToken, wait } = props;
    const { name, version, deadline } = this.sagas.placeOrder;
    return {
      ...{ orderId, shopperId, idempotencyKey, requestHash, email, shippingAddress, content },
      placedAt: new Date(now).toISOString(),
      traceId: currentTraceId() ?? '',
      waits: wait > 0,
      saga: {
        id: orderId,
        subjectId: orderId,
        definition: name,
        version,
        data: { orderId, shopperId, paymentToken, ...content },
        // The first step, opening the order, is what happens now.
        state: { status: 'running', step: 1, attempt: 0, failure: null, parked: null },
        fence: 1,
        deadlineAt: now + deadline,
        traceparent: currentTraceparent(),
        cancelRequested: false,
      },
    };
  }

  private async replayOr({ props }: PlaceOrder, otherwise: () => unknown): Promise<PlaceOrderAnswer> {
    const kept = await this.orders.findAnswer(props.shopperId, props.idempotencyKey);
    if (kept) return replayOf(kept, props.requestHash);
    otherwise();
    throw new AppError(
      'unavailable',
      'IDEMPOTENCY.TRY_AGAIN',
      'the answer to this key has just been removed',
    );
  }

  private async waitUntilSettled(
    shopperId: string,
    orderId: string,
    wait: number,
  ): Promise<OrderView | undefined> {
    const end = this.clock.now() + wait;
    for (;;) {
      const left = end - this.clock.now();
      await this.sagas.nextSettled(orderId, Math.max(0, left));
      const order = await this.orders.find(shopperId, orderId);
      if (order && isSettled(order.status)) return order;
      if (left <= 0) return undefined;
    }
  }
}
