import { Module, type DynamicModule } from '@nestjs/common';
import { createDatabase } from '@tradewind/database';
import { systemClock } from '@tradewind/kernel';
import type { Logger } from '@tradewind/observability';
import { CLOCK, LOGGER, provideLifecycle, repeat } from '@tradewind/service-defaults';
import { FaultSwitches } from './application/ports/fault-switches.ts';
import { AuditLog, EventHistory, WatchedSystem } from './application/ports/watched-system.ts';
import { EVENT_RELATION, Reconcile } from './application/reconciliation/reconcile.ts';
import { VerifyReadModels } from './application/read-models/verify-read-models.ts';
import { WatchServiceLevels } from './application/service-levels/service-levels.ts';
import { WatchSignals } from './application/signals/watch-signals.ts';
import { TraceStore } from './application/traces/trace-store.ts';
import type { ControlRoomSettings } from './control-room.config.ts';
import { DeadLettersController } from './entry-points/http/dead-letters.controller.ts';
import { FaultsController } from './entry-points/http/faults.controller.ts';
import { ObservationsController } from './entry-points/http/observations.controller.ts';
import { MODE } from './entry-points/http/operator.ts';
import { ReadModelsController } from './entry-points/http/read-models.controller.ts';
import { SagasController } from './entry-points/http/sagas.controller.ts';
import { TracesController } from './entry-points/http/traces.controller.ts';
import { AdminFaultSwitches } from './infrastructure/admin-fault-switches.ts';
import { createClients } from './infrastructure/clients.ts';
import { createEventHistory } from './infrastructure/event-history.ts';
import { PostgresAuditLog } from './infrastructure/postgres-audit-log.ts';
import { RunningSystem } from './infrastructure/running-system.ts';
import { ServiceDirectory } from './infrastructure/service-directory.ts';

const SAMPLE_EVERY = 5_000;

@Module({})
export class ControlRoomModule {
  static with(settings: ControlRoomSettings, logger: Logger): DynamicModule {
    // Operators' own tool: it does not suffer from the switches that it throws.
    const database = createDatabase({
      ...{ url: settings.databaseUrl, service: 'control-room', connections: 2 },
      faulty: false,
    });
    const { history, lifecycles } = createEventHistory(settings, database, logger);
    const directory = new ServiceDirectory(settings.serviceDirectoryFile);
    const closing = { stop: () => database.close() };
    return {
      module: ControlRoomModule,
      controllers: [
        SagasController,
        DeadLettersController,
        FaultsController,
        ObservationsController,
        ReadModelsController,
        TracesController,
      ],
      providers: [
        { provide: CLOCK, useValue: systemClock },
        { provide: LOGGER, useValue: logger },
        { provide: MODE, useValue: settings.mode },
        { provide: EVENT_RELATION, useValue: settings.tracesEvents },
        {
          provide: WatchedSystem,
          useFactory: () => new RunningSystem(createClients(settings), directory, settings.pspUrl),
        },
        { provide: FaultSwitches, useFactory: () => new AdminFaultSwitches(directory) },
        { provide: EventHistory, useFactory: () => history },
        { provide: AuditLog, useFactory: () => new PostgresAuditLog(database) },
        { provide: TraceStore, useFactory: () => new TraceStore(settings.keptSpans) },
        Reconcile,
        VerifyReadModels,
        WatchServiceLevels,
        WatchSignals,
        provideLifecycle(
          [WatchSignals, Reconcile, VerifyReadModels],
          (signals: WatchSignals, reconcile: Reconcile, verify: VerifyReadModels) => [
            closing,
            ...lifecycles,
            repeat('signals', SAMPLE_EVERY, () => signals.sample(), logger),
            repeat('reconciliation', settings.reconcileEvery, () => reconcile.check(), logger),
            ...(settings.verifyEvery > 0
              ? [repeat('read models', settings.verifyEvery, () => verify.all(), logger)]
              : []),
          ],
        ),
      ],
    };
  }
}
