import { PaymentServiceService } from '@tradewind/contracts/payment/v1/payment';
import { implementation } from '@tradewind/rpc';
import { bootService, Messaging, messagingEndpoint } from '@tradewind/service-defaults';
import { PaymentController } from './entry-points/grpc/payment.controller.ts';
import { readSettings } from './payment.config.ts';
import { PaymentModule } from './payment.module.ts';

await bootService({
  name: 'payment',
  settings: readSettings,
  module: (settings, logger) => PaymentModule.with(settings, logger),
  grpc: (parts) => [
    implementation(PaymentServiceService, parts.get(PaymentController)),
    messagingEndpoint(parts.get(Messaging)),
  ],
});
