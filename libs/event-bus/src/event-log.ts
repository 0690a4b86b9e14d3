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
 * The type of a record that is no event of ours (somebody else wrote to the topic). Nobody subscribes to it; its data is no
 * object but says what is wrong, so that whoever reads it with `parseEvent` learns that it is malformed.
 */
export const UNREADABLE = 'unreadable';

/**
 * The port to the event log: PostgreSQL by default, Kafka by setting. Promises: order per key, at least once, groups that
 * share partitions, replay from zero. One suite holds both to it: `test/contract`.
 */
export interface EventLog {
  /** Resolves when the events are kept. After a rejection they may be there or not: append them again. */
  append(events: readonly StoredEvent[]): Promise<void>;
  /**
   * Reads as a member of `group` until `stop`, a new group from the first record on. `handle` gets the records of one
   * partition, in order; when its promise resolves they count as done, when it rejects they come again after a pause.
   * Partitions are handled side by side, each on its own: one that stands still holds up no other.
   */
  consume(
    group: string,
    topics: readonly string[],
    handle: (records: LogRecord[]) => Promise<void>,
  ): Promise<Consumption>;
  /** For each partition of the topics the offset that its next record will have. */
  ends(topics: readonly string[]): Promise<LogPosition[]>;
  close(): Promise<void>;
}

export interface Consumption {
  /** Finishes what runs, keeps the offsets, gives the partitions back. */
  stop(): Promise<void>;
}
