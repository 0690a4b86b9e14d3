import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from '@tradewind/observability';
import type { RateLimitStore } from '@tradewind/resilience';
import { provideLifecycle, type Lifecycle } from '@tradewind/service-defaults';
import { Services } from './application/ports/services.ts';
import { KnownProducts } from './application/products/known-products.ts';
import { ComposeProductPage } from './application/product-page/product-page.ts';
import { CartController } from './entry-points/http/cart/cart.controller.ts';
import { DocumentationController } from './entry-points/http/documentation/documentation.controller.ts';
import { OrderEventsController } from './entry-points/http/orders/order-events.controller.ts';
import { OrdersController } from './entry-points/http/orders/orders.controller.ts';
import { ProductsController } from './entry-points/http/products/products.controller.ts';
import { SessionController } from './entry-points/http/session/session.controller.ts';
import { ShopperSession } from './entry-points/http/session/shopper-session.ts';
import type { GatewaySettings } from './gateway.config.ts';
import { createServices } from './infrastructure/grpc-services.ts';

/** The Nest token of the store in which replicas count together. */
export const SHARED_LIMITS = Symbol('shared limits');

export interface SharedLimits {
  /** Undefined: each replica counts by itself. */
  store: RateLimitStore | undefined;
  lifecycles: Lifecycle[];
}

async function sharedLimits(url: string | undefined, logger: Logger): Promise<SharedLimits> {
  if (url === undefined) return { store: undefined, lifecycles: [] };
  // Here, because a gateway that shares nothing need not load a driver.
  return (await import('./infrastructure/shared-limits.ts')).shareLimits(url, logger);
}

@Module({})
export class GatewayModule {
  static with(settings: GatewaySettings, logger: Logger): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [
        ProductsController,
        CartController,
        OrdersController,
        OrderEventsController,
        SessionController,
        DocumentationController,
      ],
      providers: [
        { provide: Services, useFactory: () => createServices(settings) },
        {
          provide: ShopperSession,
          useFactory: () => new ShopperSession(settings.sessionSecret, settings.cookieSecure),
        },
        KnownProducts,
        ComposeProductPage,
        { provide: SHARED_LIMITS, useFactory: () => sharedLimits(settings.rateLimitsUrl, logger) },
        provideLifecycle([SHARED_LIMITS], ({ lifecycles }: SharedLimits) => lifecycles),
      ],
    };
  }
}
