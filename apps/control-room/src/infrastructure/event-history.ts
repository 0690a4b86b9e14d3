import { TOPICS } from '@tradewind/contracts';
import { createDatabase, type Database } from '@tradewind/database';
import type { Logger } from '@tradewind/observability';
import { createEventLog, repeat, type Lifecycle } from '@tradewind/service-defaults';
import type { EventHistory } from '../application/ports/watched-system.ts';
import type { ControlRoomSettings } from '../control-room.config.ts';
import { forgetOldEvents, projectEventHistory } from './event-history-projection.ts';
import { PostgresEventHistory } from './postgres-event-history.ts';

const FORGET_EVERY = 60_000;

interface RunningHistory {
  history: EventHistory;
  lifecycles: Lifecycle[];
}

/** PostgreSQL's log is read where it lies; of Kafka the control room keeps a copy of its own. */
export function createEventHistory(
  settings: ControlRoomSettings,
  database: Database,
  logger: Logger,
): RunningHistory {
  if (settings.eventLog === 'kafka') {
    const log = createEventLog('control-room', settings, logger);
    const forget = (): Promise<void> => forgetOldEvents(database, settings.keptEvents);
    return {
      history: new PostgresEventHistory(database),
      lifecycles: [
        projectEventHistory(log, database, TOPICS),
        repeat('forgetting old events', FORGET_EVERY, forget, logger),
      ],
    };
  }
  const url = settings.eventLogUrl!;
  const log = createDatabase({ url, service: 'control-room-log', connections: 1, faulty: false });
  return { history: new PostgresEventHistory(log), lifecycles: [{ stop: () => log.close() }] };
}
