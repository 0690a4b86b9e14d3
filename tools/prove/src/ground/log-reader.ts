import { setTimeout as wait } from 'node:timers/promises';
import { TOPICS } from '@tradewind/contracts';
import type { Consumption, EventLog, LogRecord } from '@tradewind/event-bus';
import { uuidV7 } from '@tradewind/kernel';
import type { LogRow } from '../checkers/snapshot.ts';

/** Reads the whole log, as a group of its own that began at zero; which log it is makes no difference. */
export class LogReader {
  readonly #log: EventLog;
  /** By topic and partition, then by offset: what comes again after a rebalance stands there already. */
  readonly #partitions = new Map<string, LogRow[]>();
  #consumption: Promise<Consumption> | undefined;

  constructor(log: EventLog) {
    this.#log = log;
  }

  /** Everything up to now, each partition in its order. @throws when the log cannot be reached */
  async read(): Promise<LogRow[]> {
    this.#consumption ??= this.#log.consume(`prove-${uuidV7()}`, TOPICS, async (records) =>
      this.#keep(records),
    );
    await this.#consumption;
    const ends = await this.#log.ends(TOPICS);
    const behind = (): boolean =>
      ends.some(({ topic, partition, offset }) => this.#of(topic, partition).length < offset);
    for (let look = 0; behind(); look++) {
      if (look > 500) throw new Error('the log could not be read to its end');
      await wait(20);
    }
    return [...this.#partitions.keys()].sort().flatMap((name) => this.#partitions.get(name)!);
  }

  async close(): Promise<void> {
    await (await this.#consumption)?.stop();
    await this.#log.close();
  }

  #keep(records: readonly LogRecord[]): void {
    for (const { topic, partition, offset, event } of records) {
      const { id, key, type, data } = event;
      this.#of(topic, partition)[offset] = { id, key, type, topic, data };
    }
  }

  #of(topic: string, partition: number): LogRow[] {
    const name = `${topic}/${partition}`;
    if (!this.#partitions.has(name)) this.#partitions.set(name, []);
    return this.#partitions.get(name)!;
  }
}
