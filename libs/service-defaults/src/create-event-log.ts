import { createKafkaEventLog, createPostgresEventLog, type EventLog } from '@tradewind/event-bus';
import type { Logger } from '@tradewind/observability';

/** As `eventLogSettings` reads them: what the chosen log needs is there. */
export interface EventLogSettings {
  /** Default `postgres`. */
  eventLog?: 'postgres' | 'kafka';
  eventLogUrl?: string;
  kafkaBrokers?: readonly string[];
  kafkaNamespace?: string;
}

/** The event log that the settings choose. */
export function createEventLog(service: string, settings: EventLogSettings, logger: Logger): EventLog {
  const { eventLog, eventLogUrl = '', kafkaBrokers = [], kafkaNamespace } = settings;
  if (eventLog === 'kafka')
    return createKafkaEventLog({ brokers: kafkaBrokers, namespace: kafkaNamespace, service, logger });
  return createPostgresEventLog({ url: eventLogUrl, service, logger });
}
