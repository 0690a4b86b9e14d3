import type { Provider } from '@nestjs/common';
import { createDatabase, type Database, type Transaction } from '@tradewind/database';
import {
  createConsumer,
  createDeadLetters,
  createOutbox,
  createRelay,
  withFailpoints,
  type Consumer,
  type DeadLetters,
  type EventLog,
  type Outbox,
  type Relay,
  type Subscriptions,
} from '@tradewind/event-bus';
import type { Logger } from '@tradewind/observability';
import { createEventLog, type EventLogSettings } from './create-event-log.ts';
import type { Lifecycle } from './lifecycle.ts';

interface MessagingSettings extends EventLogSettings {
  databaseUrl: string;
  databaseConnections: number;
  gather: number;
  poll: number;
}

/** Nest tokens for what `messagingProviders` provides. */
export const DATABASE = Symbol('database');
/** Time, as an argument: see kernel's `Clock`. */
export const CLOCK = Symbol('clock');
export const LOGGER = Symbol('logger');

type Transact<Context> = (work: (context: Context, sql: Transaction) => Promise<void>) => Promise<void>;

/** A service's database, its outbox with the relay, and its ear on the event log; started and stopped with the service. */
export class Messaging implements Lifecycle {
  readonly outbox: Outbox = createOutbox();
  private readonly log: EventLog;
  private relay: Relay | undefined;
  private consumer: Consumer | undefined;
  private listening: ((log: EventLog) => Promise<Consumer>) | undefined;
  readonly database: Database;
  private readonly settings: MessagingSettings;
  private readonly logger: Logger;

  constructor(service: string, settings: MessagingSettings, logger: Logger) {
    const { databaseUrl, databaseConnections: connections } = settings;
    this.settings = settings;
    this.logger = logger;
    this.database = createDatabase({ url: databaseUrl, service, connections });
    this.log = withFailpoints(createEventLog(service, settings, logger));
  }

  /** Tells the relay that events were stored. Call it after the commit. */
  wake(): void {
    this.relay?.wake();
  }

  /**
   * Says what the service listens to; call it once, before the start.
   * @returns the service's dead letters
   */
  listen<Context>(
    group: string,
    subscriptions: Subscriptions<Context>,
    transact: Transact<Context>,
  ): DeadLetters {
    const committed = (): void => this.wake();
    const { logger, database } = this;
    this.listening = (log) => createConsumer({ group, log, subscriptions, transact, logger, committed });
    return createDeadLetters(database, { group, subscriptions, transact, committed });
  }

  async start(): Promise<void> {
    const { database, log, logger } = this;
    const { gather, poll } = this.settings;
    await database.query('messaging.ready', 'select 1');
    this.relay = createRelay({ database, log, logger, gather, poll });
    this.consumer = await this.listening?.(log);
  }

  async stop(): Promise<void> {
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
