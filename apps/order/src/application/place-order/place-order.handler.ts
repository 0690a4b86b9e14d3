import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AppError, uuidV7, type Clock } from '@tradewind/kernel';
import { callerTraceparent, currentTraceId } from '@tradewind/observability';
import { CLOCK } from '@tradewind/service-defaults';
import { contentOf, isSettled, type OrderContent } from '../../domain/order.ts';
import { AnswerStore, type KeptAnswer } from '../ports/answer-store.ts';
import { OrderIntake } from '../ports/order-intake.ts';
import { OrderPath } from '../ports/order-path.ts';
import { OrderStore, type NewOrder, type OrderView } from '../ports/order-store.ts';
import { Cart } from '../ports/participants.ts';
import { PaymentTokens } from '../ports/payment-tokens.ts';
import { OrderSagas } from '../sagas/order-sagas.ts';
import { PlaceOrder, type PlaceOrderAnswer } from './place-order.command.ts';
import { answerOf, replayOf } from './replay.ts';

@CommandHandler(PlaceOrder)
export class PlaceOrderHandler implements ICommandHandler<PlaceOrder> {
  constructor(
    private readonly orders: OrderStore,
    private readonly answers: AnswerStore,
    private readonly cart: Cart,
    private readonly tokens: PaymentTokens,
    private readonly path: OrderPath,
    private readonly intake: OrderIntake,
    private readonly sagas: OrderSagas,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: PlaceOrder): Promise<PlaceOrderAnswer> {
    const { shopperId, idempotencyKey, paymentToken, wait } = command.props;
    this.tokens.require(paymentToken);
    let content: OrderContent;
    try {
      this.path.requireHealthy();
      content = contentOf(await this.cart.itemsOf(shopperId));
    } catch (error) {
      // A request that is repeated needs no cart, which may have been emptied since, and nobody else.
      const kept = await this.answers.find(shopperId, idempotencyKey);
      if (kept) return this.replay(command, kept);
      throw error;
    }
    const order = this.newOrder(command, content);
    if (!(await this.begin(order))) {
      return this.replay(command, await this.answers.find(shopperId, idempotencyKey));
    }
    if (wait === 0) return answerOf(order.orderId, null, false);
    return this.answerWhenSettled(command, order.orderId, false);
  }

  /** @returns whether the order is new */
  private async begin(order: NewOrder): Promise<boolean> {
    const { orderId } = order;
    this.intake.admit(orderId);
    const opened = await this.orders.open(order, this.sagas.runner.worker).catch((error: unknown) => {
      this.intake.ended(orderId);
      throw error;
    });
    if (opened) this.sagas.runner.resume(order.saga);
    else this.intake.ended(orderId);
    return opened;
  }

  private async replay(command: PlaceOrder, kept: KeptAnswer | undefined): Promise<PlaceOrderAnswer> {
    const { shopperId, idempotencyKey, requestHash } = command.props;
    if (!kept) throw new AppError('unavailable', 'IDEMPOTENCY.TRY_AGAIN', 'this key has just been forgotten');
    const sameRequest = kept.requestHash === requestHash;
    if (
      sameRequest &&
      kept.state === 'abandoned' &&
      (await this.answers.takeOver(shopperId, idempotencyKey))
    ) {
      return this.answerWhenSettled(command, kept.orderId, true);
    }
    return replayOf(kept, requestHash);
  }

  /** Waits as long as the request allows; what it answers is kept as the answer to its key. */
  private async answerWhenSettled(
    { props }: PlaceOrder,
    orderId: string,
    replayed: boolean,
  ): Promise<PlaceOrderAnswer> {
    const { shopperId, idempotencyKey, wait } = props;
    const settled = await this.waitUntilSettled(shopperId, orderId, wait);
    const kept = await this.answers.keep(shopperId, idempotencyKey, orderId, settled ?? null);
    return answerOf(orderId, kept, replayed);
  }

  private newOrder({ props }: PlaceOrder, content: OrderContent): NewOrder {
    const now = this.clock.now();
    const orderId = uuidV7(now);
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
        traceparent: callerTraceparent(),
        cancelRequested: false,
      },
    };
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
