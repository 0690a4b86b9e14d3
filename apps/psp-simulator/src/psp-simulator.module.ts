import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { createDatabase, type Database } from '@tradewind/database';
import type { Logger } from '@tradewind/observability';
import { DATABASE, LOGGER, provideLifecycle, type Lifecycle } from '@tradewind/service-defaults';
import { ChargeStore } from './application/charge-store.ts';
import { Charges } from './application/charges.ts';
import { ChargesController } from './entry-points/http/charges.controller.ts';
import { LedgerController } from './entry-points/http/ledger.controller.ts';
import { ProblemFilter } from './entry-points/http/problem.filter.ts';
import { LateSuccesses } from './infrastructure/late-successes.ts';
import { PostgresChargeStore } from './infrastructure/postgres-charge-store.ts';
import { WebhookSender } from './infrastructure/webhook-sender.ts';
import type { PspSimulatorSettings } from './psp-simulator.config.ts';

@Module({})
export class PspSimulatorModule {
  static with(settings: PspSimulatorSettings, logger: Logger): DynamicModule {
    const { databaseUrl: url, databaseConnections: connections } = settings;
    const database = createDatabase({ url, service: 'psp-simulator', connections });
    const { webhookUrl, webhookSecret: secret, webhookGather: gather } = settings;
    const sender = new WebhookSender(database, { url: webhookUrl, secret, gather }, logger);
    return {
      module: PspSimulatorModule,
      controllers: [ChargesController, LedgerController],
      providers: [
        { provide: DATABASE, useValue: database },
        { provide: LOGGER, useValue: logger },
        { provide: WebhookSender, useValue: sender },
        { provide: ChargeStore, useClass: PostgresChargeStore },
        { provide: APP_FILTER, useClass: ProblemFilter },
        Charges,
        LateSuccesses,
        provideLifecycle([LateSuccesses], (late: LateSuccesses) => [lifecycleOf(database), sender, late]),
      ],
    };
  }
}

function lifecycleOf(database: Database): Lifecycle {
  return {
    start: async () => void (await database.query('provider.ready', 'select 1')),
    stop: () => database.close(),
  };
}
