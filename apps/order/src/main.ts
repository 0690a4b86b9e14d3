import { OrderContactServiceService, OrderServiceService } from '@tradewind/contracts/order/v1/order';
import { SagaOperationsServiceService } from '@tradewind/contracts/order/v1/saga_operations';
import { implementation } from '@tradewind/rpc';
import { bootService, Messaging, messagingEndpoint } from '@tradewind/service-defaults';
import { OrderContactController } from './entry-points/grpc/order-contact.controller.ts';
import { OrderController } from './entry-points/grpc/order.controller.ts';
import { SagaOperationsController } from './entry-points/grpc/saga-operations.controller.ts';
import { readSettings } from './order.config.ts';
import { OrderModule } from './order.module.ts';

await bootService({
  name: 'order',
  settings: readSettings,
  module: (settings, logger) => OrderModule.with(settings, logger),
  grpc: (parts) => [
    implementation(OrderServiceService, parts.get(OrderController)),
    implementation(OrderContactServiceService, parts.get(OrderContactController)),
    implementation(SagaOperationsServiceService, parts.get(SagaOperationsController)),
    messagingEndpoint(parts.get(Messaging)),
  ],
});
