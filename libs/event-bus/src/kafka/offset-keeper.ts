import type { Logger } from '@tradewind/observability';
import type { OffsetsByTopicPartition } from 'kafkajs';
import type { PartitionWork } from './partition-work.ts';

/** Commits offsets as the member that it is at this moment: the broker refuses those of an earlier generation. */
export type Commit = (offsets: OffsetsByTopicPartition) => Promise<void>;

export interface OffsetKeeper {
  /** Keeps now what is done. A failure is noted; what was not kept comes again. */
  keep(): Promise<void>;
  close(): void;
}

interface Place {
  topic: string;
  partition: number;
  work: PartitionWork;
}

/** Offsets are kept at most this often, in milliseconds: after a crash some records come again. */
const EVERY = 250;

/**
 * Keeps the offsets of all partitions together.
 *
 * By a timer on purpose: kafkajs takes over a new generation and says so in one turn of the event loop, so a timer never
 * sees the new generation with partitions that were lost in it. (kafkajs's own `commitOffsets` repeats a refused commit
 * under the new generation, and the broker does not ask whose the partition is.)
 */
export function createOffsetKeeper(
  places: () => Iterable<Place>,
  commit: () => Commit | undefined,
  logger: Logger,
): OffsetKeeper {
  const kept = new WeakMap<PartitionWork, number>();
  let running: Promise<void> | undefined;

  async function keepMoved(): Promise<void> {
    const send = commit();
    const moved = [...places()]
      .map(({ topic, partition, work }) => ({ topic, partition, work, next: work.done }))
      .filter(({ work, next }) => next !== undefined && kept.get(work) !== next);
    if (!send || moved.length === 0) return;
    const topics = moved.map(({ topic, partition, next }) => ({
      topic,
      partitions: [{ partition, offset: String(next) }],
    }));
    try {
      await send({ topics });
      for (const { work, next } of moved) kept.set(work, next!);
    } catch (error) {
      logger.debug({ err: error }, 'offsets could not be kept; they will be with the next ones');
    }
  }

  const keep = (): Promise<void> => (running ??= keepMoved().finally(() => (running = undefined)));
  const timer = setInterval(() => void keep(), EVERY);
  return {
    async keep() {
      await running;
      await keep();
    },
    close: () => clearInterval(timer),
  };
}
