import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { UseCases, useCasesProvider } from '@tradewind/cqrs';
import { faults, skewable } from '@tradewind/faults';
import { systemClock } from '@tradewind/kernel';
import type { Logger } from '@tradewind/observability';
import { createPolicy } from '@tradewind/resilience';
import { listenOn, messagingProviders, Messaging, provideLifecycle } from '@tradewind/service-defaults';
import { AuthorizePaymentHandler } from './application/authorize-payment/authorize-payment.handler.ts';
import { CapturePaymentHandler } from './application/capture-payment/capture-payment.handler.ts';
import { GetPaymentHandler } from './application/get-payment/get-payment.handler.ts';
import { ListLedgerHandler } from './application/list-ledger/list-ledger.handler.ts';
import { NewsReader } from './application/ports/news-reader.ts';
import { PaymentLedger } from './application/ports/payment-ledger.ts';
import { PaymentProvider } from './application/ports/payment-provider.ts';
import { ReceiveNewsHandler } from './application/receive-news/receive-news.handler.ts';
import { RefundPaymentHandler } from './application/refund-payment/refund-payment.handler.ts';
import { ReturnLateMoney } from './application/return-late-money.ts';
import { VoidPaymentHandler } from './application/void-payment/void-payment.handler.ts';
import { PaymentController } from './entry-points/grpc/payment.controller.ts';
import { WebhookServer } from './entry-points/http/webhook-server.ts';
import { PostgresPaymentLedger } from './infrastructure/postgres-payment-ledger.ts';
import { PspClient } from './infrastructure/psp-client.ts';
import { PspNewsReader } from './infrastructure/psp-news-reader.ts';
import { PspPaymentProvider } from './infrastructure/psp-payment-provider.ts';
import { policies, type PaymentSettings } from './payment.config.ts';

const useCases = [
  AuthorizePaymentHandler,
  CapturePaymentHandler,
  VoidPaymentHandler,
  RefundPaymentHandler,
  ReceiveNewsHandler,
  GetPaymentHandler,
  ListLedgerHandler,
  ReturnLateMoney,
];

@Module({})
export class PaymentModule {
  static with(settings: PaymentSettings, logger: Logger): DynamicModule {
    const { pspUrl, limit, pspWebhookSecret, webhookPort } = settings;
    const address = listenOn(settings, webhookPort);
    const policy = createPolicy('psp', policies.psp.toPolicy(settings), (state) =>
      logger.warn({ notable: true, state }, `the circuit breaker to the payment provider is ${state}`),
    );
    const client = new PspClient(pspUrl, policy, limit);
    const clock = skewable(systemClock, faults);
    return {
      module: PaymentModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        ...messagingProviders('payment', settings, logger),
        useCasesProvider,
        ...useCases,
        { provide: PspClient, useValue: client },
        { provide: PaymentProvider, useClass: PspPaymentProvider },
        { provide: PaymentLedger, useClass: PostgresPaymentLedger },
        { provide: NewsReader, useValue: new PspNewsReader(pspWebhookSecret, clock) },
        {
          provide: WebhookServer,
          inject: [NewsReader, UseCases],
          useFactory: (reader: NewsReader, cases: UseCases) =>
            new WebhookServer(address, reader, cases, logger, faults.offer('down')),
        },
        PaymentController,
        provideLifecycle([Messaging, WebhookServer], (messaging: Messaging, webhooks: WebhookServer) => [
          messaging,
          { stop: () => client.close() },
          webhooks,
        ]),
      ],
    };
  }
}
