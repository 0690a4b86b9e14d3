import type { Database } from '@tradewind/database';
import { uuidV7 } from '@tradewind/kernel';
import { withoutTracing, type Logger } from '@tradewind/observability';
import { jitteredBackoff, pause } from '@tradewind/resilience';
import type { Consumption, LogRecord } from '../event-log.ts';
import { createAssignments, keyOf, type Assignment } from './assignments.ts';
import { BATCH, FETCH } from './group-statements.ts';
import { toRecord, type EventRow } from './to-record.ts';
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

/** Offsets are kept at most this often: after a crash some events come again, and the inbox drops them. */
const COMMIT_EVERY = 250;
/** A lost notification costs this long at most. */
const LOOK_EVERY = 1_000;
const BACKOFF = { initial: 100, maximum: 5_000 };

/**
 * One member of a consumer group. Three things go on side by side: it renews its lease (a slow handler must not lose it), it
 * keeps offsets, and it reads. Each partition is handled on its own; one that stands still holds up no other.
 */
export function createGroupMember(options: GroupMemberOptions): Consumption {
  const { database, group, topics, lease, logger, wakeUp } = options;
  const assignments = createAssignments(database, { group, topics, lease, member: uuidV7() });
  const stopping = new AbortController();
  const { signal } = stopping;
  /** By partition, not by assignment: one that was lost and came back waits for what still runs. */
  const running = new Map<string, Promise<void>>();
  let finished = new AbortController();
  let overdue = true;

  async function handle(assignment: Assignment, records: LogRecord[]): Promise<void> {
    const { topic, partition, offset } = records[0]!;
    const end = records.at(-1)!.offset + 1;
    try {
      await options.handle(records);
      assignment.next = end;
      assignment.failures = 0;
    } catch (error) {
      assignment.more = true;
      if (signal.aborted) return;
      const attempt = ++assignment.failures;
      logger.warn(
        { err: error, topic, partition, offset, attempt },
        'records could not be handled; they come again',
      );
      await pause(jitteredBackoff(BACKOFF, attempt, { spread: 0.5 }), signal).catch(() => {});
    }
  }

  function start(assignment: Assignment, records: LogRecord[]): void {
    const key = keyOf(assignment);
    const work = handle(assignment, records).finally(() => {
      running.delete(key);
      finished.abort();
    });
    running.set(key, work);
  }

  async function read(due: Assignment[], heard: number): Promise<void> {
    const values = [due.map((it) => it.topic), due.map((it) => it.partition), due.map((it) => it.next)];
    const rows = Map.groupBy(await database.query<EventRow>('log.fetch', FETCH, values), keyOf);
    for (const assignment of due) {
      const own = rows.get(keyOf(assignment)) ?? [];
      assignment.heard = heard;
      // A fetch that is not full was all there was: the next look waits for the next append.
      assignment.more = own.length > 0 && isCut(own);
      if (own.length > 0) start(assignment, own.map(toRecord));
    }
  }

  async function turn(): Promise<void> {
    const heard = wakeUp.heard(topics);
    finished = new AbortController();
    const free = assignments.all().filter((it) => !running.has(keyOf(it)));
    const due = free.filter((it) => overdue || it.more || it.heard !== heard);
    overdue = false;
    if (due.length > 0) return read(due, heard);
    overdue = await wakeUp.wait(topics, heard, LOOK_EVERY, AbortSignal.any([signal, finished.signal]));
  }

  /** Does something until everything stops; a failure is noted, and it goes on after a pause. */
  async function repeat(what: string, every: number, work: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      try {
        await work();
        if (every > 0) await pause(every, signal);
      } catch (error) {
        if (signal.aborted) return;
        logger.warn({ err: error, group }, `${what} failed; trying again`);
        await pause(300, signal).catch(() => {});
      }
    }
  }

  const claim = async (): Promise<void> => {
    await assignments.claim();
    finished.abort(); // what was claimed is to be read now
  };
  const loops = withoutTracing(() =>
    Promise.all([
      repeat('renewing the lease', lease / 4, claim),
      repeat('keeping offsets', COMMIT_EVERY, assignments.commit),
      repeat('reading the event log', 0, turn),
    ]),
  );
  return {
    async stop() {
      stopping.abort();
      await loops;
      await Promise.all(running.values());
      await assignments.commit().catch(() => {});
      await assignments.leave().catch(() => {});
    },
  };
}

const isCut = (rows: EventRow[]): boolean =>
  rows.at(-1)!.log_offset !== rows[0]!.last || rows.length >= BATCH;
