import { withoutTracing, type Logger } from '@tradewind/observability';
import { jitteredBackoff, pause } from '@tradewind/resilience';
import type { Consumer, ConsumerCrashEvent, ConsumerGroupJoinEvent, EachBatchPayload, Kafka } from 'kafkajs';
import type { Consumption, LogRecord } from '../event-log.ts';
import { createOffsetKeeper, type Commit } from './offset-keeper.ts';
import { createPartitionWork, type PartitionWork } from './partition-work.ts';
import { toEvent } from './to-event.ts';

interface GroupMemberOptions {
  kafka: Kafka;
  logger: Logger;
  group: string;
  /** The topics' names at the broker. */
  topics: string[];
  /** Our name of a broker's topic. */
  plainName: (topic: string) => string;
  handle: (records: LogRecord[]) => Promise<void>;
  /** Milliseconds of silence after which the broker gives a member's partitions to others. */
  session: number;
  /** Makes what must be there before reading. */
  prepare: () => Promise<void>;
}

/** A batch that takes longer goes on beside the reading of other partitions, and its own waits. Milliseconds. */
const PATIENCE = 100;
/** The broker answers at once when there is something; this is how long it waits when there is nothing. */
const LONG_POLL = 250;
const BACKOFF = { initial: 300, maximum: 3_000 };
const DISCONNECT_LIMIT = 3_000;

/**
 * One member of a consumer group, for as long as it is wanted: kafkajs's consumer may crash for good (an error that it does
 * not repeat), or fall silent; then a new one takes its place.
 */
export function createGroupMember(options: GroupMemberOptions): Consumption {
  const { kafka, logger, session, group } = options;
  const stopping = new AbortController();
  const works = new Map<string, { topic: string; partition: number; work: PartitionWork }>();
  let commit: Commit | undefined;
  const keeper = createOffsetKeeper(
    () => works.values(),
    () => commit,
    logger,
  );

  function workOn(topic: string, partition: number): PartitionWork {
    const key = `${topic}/${partition}`;
    const known = works.get(key);
    if (known) return known.work;
    const plain = options.plainName(topic);
    const work = createPartitionWork({
      place: { topic: plain, partition },
      ...{ handle: options.handle, signal: stopping.signal, logger },
      toRecord: (message) => {
        const place = { topic: plain, partition, offset: Number(message.offset) };
        return { ...place, event: toEvent(message, place) };
      },
    });
    works.set(key, { topic, partition, work });
    return work;
  }

  async function eachBatch(payload: EachBatchPayload): Promise<void> {
    if (stopping.signal.aborted) return pause(PATIENCE); // it would be fetched again at once
    const { topic, partition, messages, highWatermark } = payload.batch;
    commit = (offsets) => payload.commitOffsetsIfNecessary(offsets);
    const working = workOn(topic, partition).take(messages, Number(highWatermark));
    // kafkajs reads on from here; what is kept at the broker is the keeper's business alone.
    payload.resolveOffset(payload.batch.lastOffset());
    const patience = pause(PATIENCE).then(() => 'slow');
    if ((await Promise.race([working, patience])) !== 'slow') return;
    void working.then(payload.pause());
  }

  function loseAll(except: (topic: string, partition: number) => boolean = () => false): void {
    for (const { topic, partition, work } of works.values()) if (!except(topic, partition)) work.lose();
  }

  /** Lives until the consumer crashed or fell silent, which is thrown, or everything stops. */
  async function live(): Promise<void> {
    await options.prepare();
    const consumer = kafka.consumer({
      groupId: group,
      sessionTimeout: session,
      rebalanceTimeout: session,
      heartbeatInterval: Math.floor(session / 6),
      maxWaitTimeInMs: LONG_POLL,
      retry: { restartOnFailure: async () => false },
    });
    const ended = watch(consumer, session * 3, stopping.signal);
    let memberId = '';
    consumer.on('consumer.group_join', ({ payload }: ConsumerGroupJoinEvent) => {
      // With a new name it was away: others have had all partitions meanwhile.
      const stayed = memberId === payload.memberId;
      memberId = payload.memberId;
      loseAll((topic, partition) => stayed && (payload.memberAssignment[topic] ?? []).includes(partition));
    });
    // What is done need not come again at whoever gets the partition next; the old generation still counts.
    consumer.on('consumer.rebalancing', () => void keeper.keep());
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: options.topics, fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 64,
        eachBatch,
      });
      await ended;
      await Promise.all([...works.values()].map(({ work }) => work.idle()));
      await keeper.keep();
    } finally {
      commit = undefined;
      loseAll();
      await Promise.race([consumer.disconnect().catch(() => {}), pause(DISCONNECT_LIMIT)]);
    }
  }

  async function run(): Promise<void> {
    for (let attempt = 1; !stopping.signal.aborted; attempt++) {
      const began = performance.now();
      try {
        await live();
      } catch (error) {
        if (stopping.signal.aborted) return;
        logger.warn({ err: error, group }, 'reading the event log failed; a new reader takes over');
        if (performance.now() - began > session) attempt = 1;
        await pause(jitteredBackoff(BACKOFF, attempt, { spread: 0.5 }), stopping.signal).catch(() => {});
      }
    }
  }

  const running = withoutTracing(run);
  return {
    async stop() {
      stopping.abort();
      await running;
      keeper.close();
    },
  };
}

/** Resolves when the signal says so; rejects when the consumer crashed, or has not fetched for `silence` milliseconds. */
function watch(consumer: Consumer, silence: number, signal: AbortSignal): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    let timer: NodeJS.Timeout;
    const alive = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Error(`the reader was silent for ${silence} ms`)), silence);
    };
    const stop = (): void => {
      clearTimeout(timer);
      resolve();
    };
    alive();
    consumer.on('consumer.fetch', alive);
    consumer.on('consumer.group_join', alive);
    consumer.on('consumer.crash', ({ payload }: ConsumerCrashEvent) => {
      clearTimeout(timer);
      reject(payload.error);
    });
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  ended.catch(() => {});
  return ended;
}
