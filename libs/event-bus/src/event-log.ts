import type { StoredEvent } from './event.ts';

/** A place in the log. */
export interface LogPosition {
  topic: string;
  partition: number;
  /** The first offset is 0. */
  offset: number;
}

export interface LogRecord extends LogPosition {
  event: StoredEvent;
}

/**
 * The port to the event log: PostgreSQL by default, others by setting. Promises: order per key, at least once, groups that
 * share partitions, replay from zero.
 */
export interface EventLog {
  append(events: readonly StoredEvent[]): Promise<void>;
  /**
   * Reads as a member of `group` until `stop`. `handle` gets the records of one partition, in order; when its promise
   * resolves they count as done, when it rejects they come again.
   */
  consume(
    group: string,
    topics: readonly string[],
    handle: (records: LogRecord[]) => Promise<void>,
  ): Promise<Consumption>;
  close(): Promise<void>;
}

export interface Consumption {
  /** Finishes what runs, keeps the offsets, gives the partitions back. */
  stop(): Promise<void>;
}
