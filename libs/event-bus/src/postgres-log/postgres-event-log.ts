import { TOPICS } from '@tradewind/contracts';
import { createDatabase, type Database } from '@tradewind/database';
import type { Logger } from '@tradewind/observability';
import type { StoredEvent } from '../event.ts';
import type { EventLog, LogPosition } from '../event-log.ts';
import { createGroupMember } from './group-member.ts';
import { partitionOf } from './partition-of.ts';
import { createWakeUp } from './wake-up.ts';

interface PostgresEventLogOptions {
  url: string;
  service: string;
  logger: Logger;
  /** Partitions of each topic: the most processes of one group that can share the work. Default 4. */
  partitions?: number;
  /** Milliseconds that a silent member keeps its partitions. Default 4,000. */
  lease?: number;
}

const CREATE_TOPICS = `insert into topic_partition (topic, partition)
  select topic, partition from unnest($1::text[]) topic, generate_series(0, $2::int - 1) partition on conflict do nothing`;
const ENDS = `select topic, partition, next_offset from topic_partition where topic = any($1) order by topic, partition`;

/** The event log on PostgreSQL: partitions, offsets, groups. What Kafka gives, for a laptop; not its throughput. */
export function createPostgresEventLog(options: PostgresEventLogOptions): EventLog {
  const partitions = options.partitions ?? 4;
  const database = createDatabase({
    ...{ url: options.url, service: `${options.service}-log`, connections: 2 },
    faulty: false,
  });
  const wakeUp = createWakeUp(options.url, options.logger);
  let created: Promise<unknown> | undefined;
  const ready = (): Promise<unknown> =>
    (created ??= database
      .query('log.create-topics', CREATE_TOPICS, [TOPICS, partitions])
      .catch((error: unknown) => {
        created = undefined;
        throw error;
      }));
  return {
    async append(events) {
      await ready();
      await append(database, events, partitions);
    },
    async consume(group, topics, handle) {
      await ready();
      await wakeUp.listen();
      return createGroupMember({
        ...options,
        database,
        wakeUp,
        group,
        topics,
        handle,
        lease: options.lease ?? 4_000,
      });
    },
    async ends(topics) {
      await ready();
      const rows = await database.query<{ next_offset: string } & LogPosition>('log.ends', ENDS, [topics]);
      return rows.map(({ topic, partition, next_offset }) => ({
        topic,
        partition,
        offset: Number(next_offset),
      }));
    },
    async close() {
      await wakeUp.close();
      await database.close();
    },
  };
}

async function append(database: Database, events: readonly StoredEvent[], partitions: number): Promise<void> {
  const records = events.map((event) => ({
    topic: event.topic,
    partition: partitionOf(event.key, partitions),
    id: event.id,
    key: event.key,
    type: event.type,
    occurred_at: event.occurredAt,
    traceparent: event.traceparent,
    payload: event.data,
  }));
  await database.query('log.append', 'select append_events($1::jsonb)', [JSON.stringify(records)]);
}
