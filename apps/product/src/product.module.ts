import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { useCasesProvider } from '@tradewind/cqrs';
import type { Logger } from '@tradewind/observability';
import { Messaging, messagingProviders, provideLifecycle } from '@tradewind/service-defaults';
import { BatchGetProductsHandler } from './application/batch-get-products/batch-get-products.handler.ts';
import { ChangePriceHandler } from './application/change-price/change-price.handler.ts';
import { GetProductHandler } from './application/get-product/get-product.handler.ts';
import { ListCategoriesHandler } from './application/list-categories/list-categories.handler.ts';
import { ProductSearch } from './application/ports/product-search.ts';
import { ProductStore } from './application/ports/product-store.ts';
import { SearchProductsHandler } from './application/search-products/search-products.handler.ts';
import { UpsertProductsHandler } from './application/upsert-products/upsert-products.handler.ts';
import { productSubscriptions } from './entry-points/events/subscriptions.ts';
import { ProductController } from './entry-points/grpc/product.controller.ts';
import { FullTextProductSearch } from './infrastructure/full-text-product-search.ts';
import { PrismaProductStore } from './infrastructure/prisma-product-store.ts';
import { TolerantProductSearch } from './infrastructure/tolerant-product-search.ts';
import type { ProductSettings } from './product.config.ts';
import { availability, storeLevels } from './product.read-models.ts';

/** The Nest token of the events that could not be handled. */
export const DEAD_LETTERS = Symbol('dead letters');

const SEARCHES = { v1: FullTextProductSearch, v2: TolerantProductSearch };

const useCases = [
  UpsertProductsHandler,
  ChangePriceHandler,
  GetProductHandler,
  BatchGetProductsHandler,
  ListCategoriesHandler,
  SearchProductsHandler,
];

@Module({})
export class ProductModule {
  static with(settings: ProductSettings, logger: Logger): DynamicModule {
    return {
      module: ProductModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        ...messagingProviders('product', settings, logger),
        useCasesProvider,
        ...useCases,
        { provide: ProductStore, useClass: PrismaProductStore },
        { provide: ProductSearch, useClass: SEARCHES[settings.searchVersion] },
        { provide: DEAD_LETTERS, inject: [Messaging], useFactory: listen },
        ProductController,
        provideLifecycle([Messaging], (messaging: Messaging) => [messaging]),
      ],
    };
  }
}

export function listen(messaging: Messaging) {
  const { database } = messaging;
  return messaging.listen('product', productSubscriptions, storeLevels(database), [availability]);
}
