import { InventoryServiceService } from '@tradewind/contracts/inventory/v1/inventory';
import { implementation } from '@tradewind/rpc';
import { bootService, Messaging, messagingEndpoint } from '@tradewind/service-defaults';
import { InventoryController } from './entry-points/grpc/inventory.controller.ts';
import { readSettings } from './inventory.config.ts';
import { InventoryModule } from './inventory.module.ts';

await bootService({
  name: 'inventory',
  settings: readSettings,
  module: (settings, logger) => InventoryModule.with(settings, logger),
  grpc: (parts) => [
    implementation(InventoryServiceService, parts.get(InventoryController)),
    messagingEndpoint(parts.get(Messaging)),
  ],
});
