import type { Database, Transaction } from '@tradewind/database';
import { AppError } from '@tradewind/kernel';
import type { Logger } from '@tradewind/observability';
import { pause } from '@tradewind/resilience';
import { listen, type Consumer } from '../consumer.ts';
import type { EventLog, LogPosition } from '../event-log.ts';
import { holdOffLive } from './live-lock.ts';
import type { AnyReadModel } from './read-model.ts';
import {
  countAhead,
  countDifferences,
  createShadow,
  dropShadow,
  shadowed,
  shadowName,
  swapIn,
} from './shadow-schema.ts';

export interface Rebuild {
  model: AnyReadModel;
  /** Names the shadow and its group in the log; a new one for each attempt. */
  id: string;
  kind: 'rebuild' | 'verification';
  /** The live group's name. */
  group: string;
  /** Connections of its own: the live consumer's may all wait for the swap. */
  database: Database;
  log: EventLog;
  logger: Logger;
  signal: AbortSignal;
  /** The time (milliseconds since 1970) back to which the live inbox remembers everything. */
  since: number;
  /** Records read, and how many there are. @throws when the job is no longer ours */
  progress(handled: number, total: number): Promise<void>;
  /** Runs in the transaction of the swap. @throws when the job is no longer ours: then nothing is swapped */
  finish(sql: Transaction, differences: number | null): Promise<void>;
}

/** Milliseconds that the live consumer may be held off for the last few events. */
const LAST_STRETCH = 1_000;
/** Milliseconds without any progress after which it is given up. */
const STALLED = 60_000;
/** Records that are read in a moment. */
const LITTLE = 200;
const TRIES = 30;

/**
 * Computes a read model from the first event on, beside the one in use, while the shop runs; then swaps it in, or compares.
 * At the swap the live consumer is held off, and the shadow has handled everything that is in the log: what the live one
 * has handled is among it, and what it has not is marked as handled. So no event is lost, and none is applied twice.
 */
export async function rebuildReadModel(job: Rebuild): Promise<void> {
  const { database, model } = job;
  const shadow = shadowName(job.id);
  await createShadow(database, model, shadow);
  const reading = await readIntoShadow(job, shadow);
  try {
    if (job.kind === 'rebuild') await swapWhenLevel(job, reading, shadow);
    else await compareWhenLevel(job, reading, shadow);
  } finally {
    await reading.stop();
    await dropShadow(database, shadow);
  }
}

interface Reading extends Consumer {
  /** Records that are still to come before all of `ends` are reached. */
  missing(ends: readonly LogPosition[]): number;
}

async function readIntoShadow(job: Rebuild, shadow: string): Promise<Reading> {
  const { model, log, logger, group } = job;
  const database = shadowed(job.database, shadow);
  const reached = new Map<string, number>();
  const place = (it: LogPosition): string => `${it.topic}/${it.partition}`;
  const noting: EventLog = {
    ...log,
    consume: (name, topics, handle) =>
      log.consume(name, topics, async (records) => {
        await handle(records);
        const last = records.at(-1);
        if (last) reached.set(place(last), last.offset + 1);
      }),
  };
  const consumer = await listen({
    ...{ group: `${group}.rebuild.${job.id}`, log: noting, database, logger },
    subscriptions: model.subscriptions,
    transact: model.transact(database, 'shadow'),
    committed: () => {},
    deferred: () => {},
  });
  let stopped: Promise<void> | undefined;
  return {
    stop: () => (stopped ??= consumer.stop()),
    missing: (ends) =>
      ends.reduce((sum, it) => sum + Math.max(0, it.offset - (reached.get(place(it)) ?? 0)), 0),
  };
}

/** Reads until little is left, without disturbing anybody. What comes in faster than that is left to the last stretch. */
async function catchUp(job: Rebuild, reading: Reading): Promise<void> {
  let handled = -1;
  let movedAt = performance.now();
  for (;;) {
    const ends = await job.log.ends(job.model.subscriptions.topics);
    const total = ends.reduce((sum, { offset }) => sum + offset, 0);
    const missing = reading.missing(ends);
    const moved = total - missing > handled;
    if (moved) movedAt = performance.now();
    handled = total - missing;
    await job.progress(handled, total);
    if (missing === 0 || (missing < LITTLE && moved)) return;
    if (performance.now() - movedAt > STALLED) throw stalled(missing);
    await pause(100, job.signal);
  }
}

const stalled = (missing: number): AppError =>
  new AppError('timeout', 'READ_MODEL.STALLED', `${missing} records are not handled and it does not get on`);

/** With the live consumer held off: everything that it has handled is in the log before these ends. */
async function lastStretch(job: Rebuild, reading: Reading): Promise<boolean> {
  const ends = await job.log.ends(job.model.subscriptions.topics);
  const begin = performance.now();
  while (reading.missing(ends) > 0) {
    if (performance.now() - begin > LAST_STRETCH) return false;
    await pause(5, job.signal);
  }
  return true;
}

async function swapWhenLevel(job: Rebuild, reading: Reading, shadow: string): Promise<void> {
  await untilDone(job, reading, async (sql) => {
    if (!(await lastStretch(job, reading))) return false;
    await reading.stop();
    await job.finish(sql, null);
    await swapIn(sql, job.model, shadow, job.since);
    return true;
  });
}

/** Compares at a moment at which both have handled the same events. */
async function compareWhenLevel(job: Rebuild, reading: Reading, shadow: string): Promise<void> {
  await untilDone(job, reading, async (sql) => {
    if (!(await lastStretch(job, reading)) || (await countAhead(sql, shadow, job.since)) > 0) return false;
    await job.finish(sql, await countDifferences(sql, job.model, shadow));
    return true;
  });
}

async function untilDone(
  job: Rebuild,
  reading: Reading,
  attempt: (sql: Transaction) => Promise<boolean>,
): Promise<void> {
  for (let n = 0; n < TRIES; n++) {
    await catchUp(job, reading);
    const done = await job.database.transaction(async (sql) => {
      await holdOffLive(sql);
      return attempt(sql);
    });
    if (done) return;
    // Meanwhile the live consumer goes on.
    await pause(100, job.signal);
  }
  throw new AppError(
    'unavailable',
    'READ_MODEL.NEVER_LEVEL',
    'live events came faster than they were handled',
  );
}
