import { CartServiceService } from '@tradewind/contracts/cart/v1/cart';
import type { DeadLetters } from '@tradewind/event-bus';
import { implementation } from '@tradewind/rpc';
import { bootService, deadLetterEndpoint, Messaging, messagingEndpoint } from '@tradewind/service-defaults';
import { readSettings } from './cart.config.ts';
import { CartModule, DEAD_LETTERS } from './cart.module.ts';
import { CartController } from './entry-points/grpc/cart.controller.ts';

await bootService({
  name: 'cart',
  settings: readSettings,
  module: (settings, logger) => CartModule.with(settings, logger),
  grpc: (parts) => [
    implementation(CartServiceService, parts.get(CartController)),
    deadLetterEndpoint(parts.get<DeadLetters>(DEAD_LETTERS)),
    messagingEndpoint(parts.get(Messaging)),
  ],
});
