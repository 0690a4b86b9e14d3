import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CartServiceService } from '@tradewind/contracts/cart/v1/cart';
import { InventoryServiceService } from '@tradewind/contracts/inventory/v1/inventory';
import { PaymentServiceService } from '@tradewind/contracts/payment/v1/payment';
import { useCasesProvider } from '@tradewind/cqrs';
import { faults, skewable } from '@tradewind/faults';
import { systemClock } from '@tradewind/kernel';
import type { Logger } from '@tradewind/observability';
import { createLoadShedder, createPolicy } from '@tradewind/resilience';
import { createRpcClient } from '@tradewind/rpc';
import { createPostgresSagaStore } from '@tradewind/saga';
import { CLOCK, Messaging, messagingProviders, provideLifecycle } from '@tradewind/service-defaults';
import { CancelOrderHandler } from './application/cancel-order/cancel-order.handler.ts';
import { GetContactsHandler } from './application/get-contacts/get-contacts.handler.ts';
import { GetOrderHandler } from './application/get-order/get-order.handler.ts';
import { ListOrdersHandler } from './application/list-orders/list-orders.handler.ts';
import { OperateSagaHandler } from './application/operate-saga/operate-saga.handler.ts';
import { PlaceOrderHandler } from './application/place-order/place-order.handler.ts';
import { AnswerStore, KEY_LIFETIME } from './application/ports/answer-store.ts';
import { OrderIntake } from './application/ports/order-intake.ts';
import { OrderPath } from './application/ports/order-path.ts';
import { OrderStore } from './application/ports/order-store.ts';
import { Cart, Inventory, Payment } from './application/ports/participants.ts';
import { PaymentTokens } from './application/ports/payment-tokens.ts';
import { SagaReader } from './application/ports/saga-reader.ts';
import type { OrderEffect, OrderSagaData } from './application/sagas/order-saga-data.ts';
import { OrderSagas } from './application/sagas/order-sagas.ts';
import { WatchOrder } from './application/watch-order/watch-order.ts';
import { OrderController } from './entry-points/grpc/order.controller.ts';
import { OrderContactController } from './entry-points/grpc/order-contact.controller.ts';
import { SagaOperationsController } from './entry-points/grpc/saga-operations.controller.ts';
import { removeExpiredKeys } from './infrastructure/expired-keys.ts';
import { GrpcCart, GrpcInventory, GrpcPayment } from './infrastructure/grpc-participants.ts';
import { orderEffectSql } from './infrastructure/order-effect.sql.ts';
import { PolicyOrderPath } from './infrastructure/policy-order-path.ts';
import { PostgresAnswerStore } from './infrastructure/postgres-answer-store.ts';
import { PostgresOrderStore } from './infrastructure/postgres-order-store.ts';
import { PostgresSagaReader } from './infrastructure/postgres-saga-reader.ts';
import { RunningOrderSagas } from './infrastructure/running-order-sagas.ts';
import { SheddingOrderIntake } from './infrastructure/shedding-order-intake.ts';
import { cartPolicy, inventoryPolicy, paymentPolicy, type OrderSettings } from './order.config.ts';

const useCases = [
  PlaceOrderHandler,
  CancelOrderHandler,
  GetOrderHandler,
  ListOrdersHandler,
  GetContactsHandler,
  OperateSagaHandler,
  WatchOrder,
];
const entryPoints = [OrderController, OrderContactController, SagaOperationsController];

@Module({})
export class OrderModule {
  static with(settings: OrderSettings, logger: Logger): DynamicModule {
    const clock = skewable(systemClock, faults);
    return {
      module: OrderModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        ...messagingProviders('order', settings, logger),
        ...participants(settings),
        { provide: CLOCK, useValue: clock },
        { provide: PaymentTokens, useValue: new PaymentTokens(settings.paymentTokens.split(',')) },
        { provide: KEY_LIFETIME, useValue: settings.keyLifetime },
        { provide: OrderIntake, useFactory: () => createIntake(settings.intake) },
        { provide: OrderStore, useClass: PostgresOrderStore },
        { provide: AnswerStore, useClass: PostgresAnswerStore },
        { provide: SagaReader, useClass: PostgresSagaReader },
        {
          provide: OrderSagas,
          inject: [Inventory, Payment, Messaging, OrderIntake],
          useFactory: (inventory: Inventory, payment: Payment, messaging: Messaging, intake: OrderIntake) => {
            const store = createPostgresSagaStore<OrderSagaData, OrderEffect>(
              messaging.database,
              orderEffectSql,
            );
            return new RunningOrderSagas({
              intake,
              inventory,
              payment,
              store,
              messaging,
              clock,
              logger,
            });
          },
        },
        useCasesProvider,
        ...useCases,
        ...entryPoints,
        provideLifecycle(
          [Messaging, OrderSagas, AnswerStore],
          (messaging: Messaging, sagas: OrderSagas, answers: AnswerStore) => [
            messaging,
            sagas as RunningOrderSagas,
            removeExpiredKeys(answers, logger),
          ],
        ),
      ],
    };
  }
}

/** Five hundred who press the button in the same second are a rush: they are always taken. Beyond, the limit finds itself. */
const createIntake = (maximum: number): OrderIntake =>
  new SheddingOrderIntake(createLoadShedder('orders', { initial: 544, minimum: 512, maximum, tolerance: 3 }));

function participants({ cartAddress, inventoryAddress, paymentAddress, policies }: OrderSettings) {
  const cart = createPolicy('cart', cartPolicy.toPolicy(policies.cart));
  const inventory = createPolicy('inventory', inventoryPolicy.toPolicy(policies.inventory));
  const payment = createPolicy('payment', paymentPolicy.toPolicy(policies.payment));
  const watched = [
    { policy: inventory, openFor: policies.inventory.openFor },
    { policy: payment, openFor: policies.payment.openFor },
  ];
  return [
    { provide: OrderPath, useFactory: () => new PolicyOrderPath(watched, systemClock) },
    { provide: Cart, useFactory: () => new GrpcCart(createRpcClient(CartServiceService, cartAddress, cart)) },
    {
      provide: Inventory,
      useFactory: () =>
        new GrpcInventory(createRpcClient(InventoryServiceService, inventoryAddress, inventory)),
    },
    {
      provide: Payment,
      useFactory: () => new GrpcPayment(createRpcClient(PaymentServiceService, paymentAddress, payment)),
    },
  ];
}
