import { ProductServiceService } from '@tradewind/contracts/product/v1/product';
import type { DeadLetters } from '@tradewind/event-bus';
import { implementation } from '@tradewind/rpc';
import {
  bootService,
  deadLetterEndpoint,
  Messaging,
  messagingEndpoint,
  readModelEndpoint,
} from '@tradewind/service-defaults';
import { ProductController } from './entry-points/grpc/product.controller.ts';
import { readSettings } from './product.config.ts';
import { DEAD_LETTERS, ProductModule } from './product.module.ts';

await bootService({
  name: 'product',
  settings: readSettings,
  module: (settings, logger) => ProductModule.with(settings, logger),
  grpc: (parts) => [
    implementation(ProductServiceService, parts.get(ProductController)),
    deadLetterEndpoint(parts.get<DeadLetters>(DEAD_LETTERS)),
    messagingEndpoint(parts.get(Messaging)),
    readModelEndpoint(parts.get(Messaging)),
  ],
});
