import type { EventType, Topic } from '@tradewind/contracts';
import type { Database } from '@tradewind/database';
import { uuidV7 } from '@tradewind/kernel';
import { withoutTracing, type Logger } from '@tradewind/observability';
import type { Consumption, LogRecord } from '../event-log.ts';
import type { WakeUp } from './wake-up.ts';

interface GroupMemberOptions {
  database: Database;
  wakeUp: WakeUp;
  logger: Logger;
  group: string;
  topics: readonly string[];
  handle: (records: LogRecord[]) => Promise<void>;
  /** Milliseconds. */
  lease: number;
}

/** A partition that is this member's, as far as it knows: the generation proves it at each commit. */
interface Assignment {
  topic: string;
  partition: number;
  next: number;
  committed: number;
  generation: number;
}

interface EventRow {
  topic: Topic;
  partition: number;
  log_offset: string;
  id: string;
  key: string;
  type: EventType;
  occurred_at: Date;
  traceparent: string | null;
  payload: unknown;
}

const BATCH = 200;
const CLAIM = `select topic, partition, next_offset, generation from claim_partitions($1, $2, $3, $4 * interval '1 ms')`;
const FETCH = `select e.* from unnest($1::text[], $2::int[], $3::bigint[]) as a(topic, partition, next),
  lateral (select topic, partition, log_offset, id, key, type, occurred_at, traceparent, payload from event
    where topic = a.topic and partition = a.partition and log_offset >= a.next order by log_offset limit ${BATCH}) e`;
const COMMIT = `update group_partition g set next_offset = c.next
  from unnest($3::text[], $4::int[], $5::bigint[], $6::bigint[]) as c(topic, partition, next, generation)
  where g.group_name = $1 and g.owner = $2 and g.topic = c.topic and g.partition = c.partition and g.generation = c.generation`;
const LEAVE = `with gone as (delete from group_member where group_name = $1 and member = $2)
  update group_partition set owner = null, lease_until = '-infinity' where group_name = $1 and owner = $2`;

/** Offsets are kept at most this often: after a crash some events come again, and the inbox drops them. */
const COMMIT_EVERY = 250;

/** One member of a consumer group: claims its share of the partitions, reads them, hands the records on, keeps offsets. */
export function createGroupMember(options: GroupMemberOptions): Consumption {
  const { database, group, topics, logger } = options;
  const member = uuidV7();
  const stopping = new AbortController();
  // Never longer than until the next claim: a member with nothing to read must not lose its lease over it.
  const idle = Math.min(1_000, options.lease / 4);
  let assignments = new Map<string, Assignment>();
  let claimAt = 0;
  let commitAt = 0;

  async function claim(): Promise<void> {
    claimAt = performance.now() + options.lease / 4;
    const values = [group, member, topics, options.lease];
    const rows = await database.query<Record<string, string>>('log.claim', CLAIM, values);
    const claimed = rows.map((row) => {
      const known = assignments.get(`${row['topic']}/${row['partition']}`);
      const generation = Number(row['generation']);
      if (known?.generation === generation) return known;
      const next = Number(row['next_offset']);
      return { topic: row['topic']!, partition: Number(row['partition']), next, committed: next, generation };
    });
    assignments = new Map(claimed.map((it) => [`${it.topic}/${it.partition}`, it]));
  }

  async function fetch(): Promise<LogRecord[]> {
    const all = [...assignments.values()];
    if (all.length === 0) return [];
    const values = [all.map((it) => it.topic), all.map((it) => it.partition), all.map((it) => it.next)];
    return (await database.query<EventRow>('log.fetch', FETCH, values)).map(toRecord);
  }

  async function handle(records: LogRecord[]): Promise<void> {
    const byPartition = Map.groupBy(records, (record) => `${record.topic}/${record.partition}`);
    const settled = await Promise.allSettled(
      [...byPartition].map(async ([key, own]) => {
        await options.handle(own);
        const assignment = assignments.get(key);
        if (assignment) assignment.next = own.at(-1)!.offset + 1;
      }),
    );
    const failed = settled.find((it) => it.status === 'rejected');
    if (failed) throw failed.reason;
  }

  async function commit(): Promise<void> {
    commitAt = performance.now() + COMMIT_EVERY;
    const moved = [...assignments.values()].filter((it) => it.next > it.committed);
    if (moved.length === 0) return;
    const column = <K extends keyof Assignment>(key: K): Assignment[K][] => moved.map((it) => it[key]);
    const nexts = column('next');
    const values = [group, member, column('topic'), column('partition'), nexts, column('generation')];
    await database.query('log.commit', COMMIT, values);
    moved.forEach((it, index) => (it.committed = nexts[index]!));
  }

  async function turn(): Promise<void> {
    if (performance.now() >= claimAt) await claim();
    const heard = options.wakeUp.heard(topics);
    const records = await fetch();
    if (records.length > 0) await handle(records);
    if (performance.now() >= commitAt) await commit();
    const uncommitted = [...assignments.values()].some((it) => it.next > it.committed);
    // A batch that is not full was all there was: the next look waits for the next append.
    if (records.length < BATCH)
      await options.wakeUp.wait(topics, heard, uncommitted ? COMMIT_EVERY : idle, stopping.signal);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await turn();
      } catch (error) {
        if (stopping.signal.aborted) return;
        logger.warn({ err: error, group }, 'reading the event log failed; trying again');
        await options.wakeUp.wait(topics, options.wakeUp.heard(topics), 300, stopping.signal);
      }
    }
  }

  const running = withoutTracing(run);
  return {
    async stop() {
      stopping.abort();
      await running;
      await commit().catch(() => {});
      await database.query('log.leave', LEAVE, [group, member]).catch(() => {});
    },
  };
}

function toRecord(row: EventRow): LogRecord {
  const { topic, partition, id, key, type } = row;
  const occurredAt = row.occurred_at.toISOString();
  const event = {
    id,
    type,
    topic,
    key,
    occurredAt,
    traceparent: row.traceparent ?? undefined,
    data: row.payload,
  };
  return { topic, partition, offset: Number(row.log_offset), event };
}
