import { InventoryServiceService } from '@tradewind/contracts/inventory/v1/inventory';
import { NotificationServiceService } from '@tradewind/contracts/notification/v1/notification';
import { DeadLetterServiceService } from '@tradewind/contracts/operations/v1/dead_letters';
import { MessagingServiceService } from '@tradewind/contracts/operations/v1/messaging';
import { ReadModelServiceService } from '@tradewind/contracts/operations/v1/read_models';
import { SagaOperationsServiceService } from '@tradewind/contracts/order/v1/saga_operations';
import { PaymentServiceService } from '@tradewind/contracts/payment/v1/payment';
import { createPolicy } from '@tradewind/resilience';
import { createRpcClient, type RpcClient } from '@tradewind/rpc';
import { watching, type ControlRoomSettings } from '../control-room.config.ts';

type DeadLetterClient = RpcClient<typeof DeadLetterServiceService>;

export interface Clients {
  sagas: RpcClient<typeof SagaOperationsServiceService>;
  inventory: RpcClient<typeof InventoryServiceService>;
  payment: RpcClient<typeof PaymentServiceService>;
  notification: RpcClient<typeof NotificationServiceService>;
  /** Of every service that listens to events. */
  deadLetters: { service: string; client: DeadLetterClient }[];
  /** Of every service with an outbox. */
  messaging: { service: string; client: RpcClient<typeof MessagingServiceService> }[];
  /** Of every service with read models. */
  readModels: { service: string; client: RpcClient<typeof ReadModelServiceService> }[];
}

const PUBLISHERS = [
  'product',
  'inventory',
  'cart',
  'order',
  'payment',
  'notification',
  'recommendation',
] as const;
const READERS = ['product', 'recommendation'] as const;
const LISTENERS = ['product', 'cart', 'recommendation', 'notification'] as const;

export function createClients(settings: ControlRoomSettings): Clients {
  const policy = (name: string) => createPolicy(name, watching.toPolicy(settings));
  return {
    sagas: createRpcClient(SagaOperationsServiceService, settings.orderAddress, policy('order')),
    inventory: createRpcClient(InventoryServiceService, settings.inventoryAddress, policy('inventory')),
    payment: createRpcClient(PaymentServiceService, settings.paymentAddress, policy('payment')),
    notification: createRpcClient(
      NotificationServiceService,
      settings.notificationAddress,
      policy('notification'),
    ),
    deadLetters: LISTENERS.map((service) => ({
      service,
      client: createRpcClient(
        DeadLetterServiceService,
        settings[`${service}Address`],
        policy(`${service} dead letters`),
      ),
    })),
    messaging: PUBLISHERS.map((service) => ({
      service,
      client: createRpcClient(
        MessagingServiceService,
        settings[`${service}Address`],
        policy(`${service} messaging`),
      ),
    })),
    readModels: READERS.map((service) => ({
      service,
      client: createRpcClient(
        ReadModelServiceService,
        settings[`${service}Address`],
        policy(`${service} read models`),
      ),
    })),
  };
}
