import type { Provider } from '@nestjs/common';
import { createDatabase, type Database } from '@tradewind/database';
import {
  createConsumer,
  createDeadLetters,
  createJanitor,
  createOutbox,
  createPoison,
  createReadModels,
  createRelay,
  heldOffBySwaps,
  withFailpoints,
  withFaults,
  type AnyReadModel,
  type Consumer,
  type DeadLetters,
  type EventLog,
  type Janitor,
  type Outbox,
  type ReadModel,
  type ReadModels,
  type Relay,
  type Subscriptions,
  type Transact,
} from '@tradewind/event-bus';
import { faults } from '@tradewind/faults';
import type { Logger } from '@tradewind/observability';
import { createEventLog, type EventLogSettings } from './create-event-log.ts';
import type { Lifecycle } from './lifecycle.ts';

interface MessagingSettings extends EventLogSettings {
  databaseUrl: string;
  databaseConnections: number;
  gather: number;
  poll: number;
  outboxKeep?: number;
  inboxKeep?: number;
}

const DAY = 24 * 60 * 60_000;

/** Nest tokens for what `messagingProviders` provides. */
export const DATABASE = Symbol('database');
/** Time, as an argument: see kernel's `Clock`. */
export const CLOCK = Symbol('clock');
export const LOGGER = Symbol('logger');

/** A service's database, its outbox with the relay, and its ear on the event log; started and stopped with the service. */
export class Messaging implements Lifecycle {
  readonly outbox: Outbox = createOutbox();
  private readonly log: EventLog;
  private relay: Relay | undefined;
  private consumer: Consumer | undefined;
  private janitor: Janitor | undefined;
  /** The types of events that it listens to. */
  readonly listensTo: string[] = [];
  /** Those that it keeps; there from the start on. */
  readModels: ReadModels | undefined;
  private keeping: ((log: EventLog) => ReadModels) | undefined;
  private listening: ((log: EventLog) => Promise<Consumer>) | undefined;
  readonly database: Database;
  private readonly settings: MessagingSettings;
  private readonly logger: Logger;

  constructor(service: string, settings: MessagingSettings, logger: Logger) {
    const { databaseUrl, databaseConnections: connections } = settings;
    this.settings = settings;
    this.logger = logger;
    this.database = createDatabase({ url: databaseUrl, service, connections });
    this.log = withFaults(withFailpoints(createEventLog(service, settings, logger)), faults);
  }

  /** Tells the relay that events were stored. Call it after the commit. */
  wake(): void {
    this.relay?.wake();
  }

  /**
   * Says what the service listens to, and which of its tables are read models; call it once, before the start.
   * @returns the service's dead letters
   */
  listen<Context>(
    group: string,
    subscriptions: Subscriptions<Context>,
    transact: Transact<Context>,
    readModels: readonly ReadModel<Context>[] = [],
  ): DeadLetters {
    const committed = (): void => this.wake();
    const { logger, database } = this;
    this.listensTo.push(...subscriptions.types);
    const poison = faults.enabled ? createPoison(faults) : undefined;
    const fenced = readModels.length > 0 ? heldOffBySwaps(transact) : transact;
    const handling = { group, subscriptions, transact: fenced, committed, poison };
    const models = readModels as readonly unknown[] as readonly AnyReadModel[];
    if (models.length > 0) this.keeping = (log) => this.keepReadModels(group, models, log);
    this.listening = (log) => createConsumer({ ...handling, log, database, logger });
    return createDeadLetters(database, handling);
  }

  private keepReadModels(group: string, models: readonly AnyReadModel[], log: EventLog): ReadModels {
    const { database, logger } = this;
    const { databaseUrl: url, inboxKeep = 7 * DAY } = this.settings;
    const open = () => createDatabase({ url, service: `${group}-rebuild`, connections: 4, faulty: false });
    return createReadModels({ models, group, database, open, inboxKeep, log, logger });
  }

  async start(): Promise<void> {
    const { database, log, logger } = this;
    const { gather, poll, outboxKeep = DAY, inboxKeep = 7 * DAY } = this.settings;
    await database.query('messaging.ready', 'select 1');
    this.relay = createRelay({ database, log, logger, gather, poll });
    this.consumer = await this.listening?.(log);
    this.readModels = this.keeping?.(log);
    this.janitor = createJanitor({ database, logger, outboxKeep, inboxKeep });
  }

  async stop(): Promise<void> {
    await Promise.all([this.janitor?.stop(), this.readModels?.stop()]);
    await this.consumer?.stop();
    await this.relay?.stop();
    await this.log.close();
    await this.database.close();
  }
}

/** Providers of `Messaging`, `DATABASE` and `LOGGER` for a service's module. */
export function messagingProviders(service: string, settings: MessagingSettings, logger: Logger): Provider[] {
  const messaging = new Messaging(service, settings, logger);
  return [
    { provide: Messaging, useValue: messaging },
    { provide: DATABASE, useValue: messaging.database },
    { provide: LOGGER, useValue: logger },
  ];
}
