import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ProductServiceService } from '@tradewind/contracts/product/v1/product';
import { useCasesProvider } from '@tradewind/cqrs';
import type { Logger } from '@tradewind/observability';
import { createPolicy } from '@tradewind/resilience';
import { createRpcClient } from '@tradewind/rpc';
import { Messaging, messagingProviders, provideLifecycle } from '@tradewind/service-defaults';
import { AddItemHandler } from './application/add-item/add-item.handler.ts';
import { ChangeQuantityHandler } from './application/change-quantity/change-quantity.handler.ts';
import { ClearCartHandler } from './application/clear-cart/clear-cart.handler.ts';
import { GetCartHandler } from './application/get-cart/get-cart.handler.ts';
import { CartStore } from './application/ports/cart-store.ts';
import { Products } from './application/ports/products.ts';
import { RemoveItemHandler } from './application/remove-item/remove-item.handler.ts';
import { policies, type CartSettings } from './cart.config.ts';
import { cartSubscriptions } from './entry-points/events/subscriptions.ts';
import { CartController } from './entry-points/grpc/cart.controller.ts';
import { GrpcProducts } from './infrastructure/grpc-products.ts';
import { PostgresCartEffects } from './infrastructure/postgres-cart-effects.ts';
import { PrismaCartStore } from './infrastructure/prisma-cart-store.ts';

/** The Nest token of the events that could not be handled. */
export const DEAD_LETTERS = Symbol('dead letters');

const useCases = [GetCartHandler, AddItemHandler, ChangeQuantityHandler, RemoveItemHandler, ClearCartHandler];

@Module({})
export class CartModule {
  static with(settings: CartSettings, logger: Logger): DynamicModule {
    const policy = createPolicy('product', policies.product.toPolicy(settings));
    const products = createRpcClient(ProductServiceService, settings.productAddress, policy);
    return {
      module: CartModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        ...messagingProviders('cart', settings, logger),
        useCasesProvider,
        ...useCases,
        { provide: CartStore, useClass: PrismaCartStore },
        { provide: Products, useValue: new GrpcProducts(products) },
        { provide: DEAD_LETTERS, inject: [Messaging], useFactory: listen },
        CartController,
        provideLifecycle([Messaging], (messaging: Messaging) => [messaging]),
      ],
    };
  }
}

/** The effects of a batch of events are stored together, in the transaction of its inbox. */
export function listen(messaging: Messaging) {
  return messaging.listen('cart', cartSubscriptions, (work) =>
    messaging.database.transaction(async (sql) => {
      const effects = new PostgresCartEffects();
      await work(effects, sql);
      await effects.store(sql, messaging.outbox);
    }),
  );
}
