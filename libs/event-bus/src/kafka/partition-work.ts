import type { Logger } from '@tradewind/observability';
import { jitteredBackoff, pause } from '@tradewind/resilience';
import type { KafkaMessage } from 'kafkajs';
import type { LogRecord } from '../event-log.ts';

/** What this member does with one partition: in order, a chunk at a time, whatever the group does meanwhile. */
export interface PartitionWork {
  /** Where the group goes on: everything before it is done. Undefined when there is nothing to keep. */
  readonly done: number | undefined;
  /** Resolves when the messages are done, or are no longer this member's business. Never rejects. */
  take(messages: readonly KafkaMessage[], end: number): Promise<void>;
  /** The partition is another's now: stop after the chunk that runs, keep nothing. */
  lose(): void;
  idle(): Promise<void>;
}

interface PartitionWorkOptions {
  /** For the log. */
  place: { topic: string; partition: number };
  toRecord: (message: KafkaMessage) => LogRecord;
  handle: (records: LogRecord[]) => Promise<void>;
  signal: AbortSignal;
  logger: Logger;
}

const CHUNK = 200;
const BACKOFF = { initial: 100, maximum: 5_000 };

export function createPartitionWork(options: PartitionWorkOptions): PartitionWork {
  const { handle, signal, logger } = options;
  let next = 0;
  let done: number | undefined;
  let tenure = 0;
  let last: Promise<void> = Promise.resolve();

  /** @returns false when it was given up, because the partition was lost or everything stops */
  async function untilHandled(messages: readonly KafkaMessage[], mine: number): Promise<boolean> {
    for (let attempt = 1; mine === tenure && !signal.aborted; attempt++) {
      try {
        await handle(messages.map(options.toRecord));
        return true;
      } catch (error) {
        if (signal.aborted) return false;
        logger.warn(
          { err: error, ...options.place, offset: messages[0]!.offset, attempt },
          'records could not be handled; they come again',
        );
        await pause(jitteredBackoff(BACKOFF, attempt, { spread: 0.5 }), signal).catch(() => {});
      }
    }
    return false;
  }

  async function work(messages: readonly KafkaMessage[], end: number, mine: number): Promise<void> {
    if (mine !== tenure) return;
    // A topic that was deleted and made again begins at 0.
    if (end < next) next = 0;
    // After a rebalance a partition that stayed comes again from the offset that was kept last.
    const fresh = messages.filter(({ offset }) => Number(offset) >= next);
    for (let from = 0; from < fresh.length; from += CHUNK) {
      const chunk = fresh.slice(from, from + CHUNK);
      if (!(await untilHandled(chunk, mine)) || mine !== tenure) return;
      next = done = Number(chunk.at(-1)!.offset) + 1;
    }
  }

  return {
    get done() {
      return done;
    },
    take(messages, end) {
      const mine = tenure;
      return (last = last.then(() => work(messages, end, mine)));
    },
    lose() {
      tenure++;
      next = 0;
      done = undefined;
    },
    idle: () => last,
  };
}
