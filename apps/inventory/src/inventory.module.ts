import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { useCasesProvider } from '@tradewind/cqrs';
import type { Logger } from '@tradewind/observability';
import { messagingProviders, provideLifecycle, Messaging } from '@tradewind/service-defaults';
import { CommitStockHandler } from './application/commit-stock/commit-stock.handler.ts';
import { GetStockHandler } from './application/get-stock/get-stock.handler.ts';
import { StockStore } from './application/ports/stock-store.ts';
import { ReleaseStockHandler } from './application/release-stock/release-stock.handler.ts';
import { ReportStockHandler } from './application/report-stock/report-stock.handler.ts';
import { ReserveStockHandler } from './application/reserve-stock/reserve-stock.handler.ts';
import { RestockHandler } from './application/restock/restock.handler.ts';
import { InventoryController } from './entry-points/grpc/inventory.controller.ts';
import { expireReservations } from './infrastructure/expire-reservations.ts';
import { PostgresStockStore, RESERVATION_LASTS } from './infrastructure/postgres-stock-store.ts';
import type { InventorySettings } from './inventory.config.ts';

const useCases = [
  ReserveStockHandler,
  ReleaseStockHandler,
  CommitStockHandler,
  RestockHandler,
  GetStockHandler,
  ReportStockHandler,
];

@Module({})
export class InventoryModule {
  static with(settings: InventorySettings, logger: Logger): DynamicModule {
    return {
      module: InventoryModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        ...messagingProviders('inventory', settings, logger),
        useCasesProvider,
        ...useCases,
        { provide: RESERVATION_LASTS, useValue: settings.reservationLasts },
        { provide: StockStore, useClass: PostgresStockStore },
        InventoryController,
        provideLifecycle([Messaging, StockStore], (messaging: Messaging, store: StockStore) => [
          messaging,
          expireReservations(store, settings.expireEvery, logger),
        ]),
      ],
    };
  }
}
