import { readFile } from 'node:fs/promises';
import { createDatabase, type Database, type Transaction } from '@tradewind/database';
import { createLogger } from '@tradewind/observability';
import { createTestDatabase } from '@tradewind/testing';
import { createPostgresEventLog, newEvent, type EventLog, type StoredEvent } from '../src/index.ts';

export const logger = createLogger('event-bus-test', 'silent');

export const TOPIC = 'tradewind.inventory';
export const TYPE = 'tradewind.inventory.v1.stock-level-changed';

/** A service's database with the messaging tables and a table for effects, and an event log of its own. */
export interface Bench {
  service: Database;
  /** SQL on the event log, to look into it. */
  inside: Database;
  log(options?: { lease?: number; partitions?: number }): EventLog;
  close(): Promise<void>;
}

// No unique column: an effect that happened twice is there twice.
const EFFECTS = `create table effect (sequence bigint generated always as identity, place text, key text, number integer)`;

export async function openBench(): Promise<Bench> {
  const test = await createTestDatabase('event-bus');
  const service = createDatabase({ url: test.url, service: 'event-bus-test', connections: 16 });
  const inside = createDatabase({ url: test.eventLogUrl, service: 'event-bus-test', connections: 2 });
  for (const file of ['messaging.sql', 'retry-and-rebuild.sql']) {
    await service.pool.query(await readFile(new URL(`../sql/${file}`, import.meta.url), 'utf8'));
  }
  await service.pool.query(EFFECTS);
  const logs: EventLog[] = [];
  return {
    service,
    inside,
    log(options = {}) {
      const log = createPostgresEventLog({
        url: test.eventLogUrl,
        service: 'test',
        logger,
        lease: 600,
        ...options,
      });
      logs.push(log);
      return log;
    },
    async close() {
      await Promise.allSettled(logs.map((log) => log.close()));
      await Promise.all([service.close(), inside.close()]);
      await test.drop();
    },
  };
}

/** The fact number `number` of a key. */
export function fact(key: string, number: number): StoredEvent {
  return newEvent(TYPE, key, { productId: key, available: number, version: number });
}

export function facts(key: string, amount: number, from = 1): StoredEvent[] {
  return Array.from({ length: amount }, (_, index) => fact(key, from + index));
}

export const numberOf = ({ data }: StoredEvent): number => (data as { available?: number }).available ?? 0;

/** The numbers of each key, in the order in which they stand in the list. */
export function numbersByKey(events: readonly StoredEvent[]): Record<string, number[]> {
  const byKey: Record<string, number[]> = {};
  for (const event of events) (byKey[event.key] ??= []).push(numberOf(event));
  return byKey;
}

export const upTo = (amount: number): number[] => Array.from({ length: amount }, (_, index) => index + 1);

export async function recordEffect(
  sql: Transaction,
  place: string,
  key: string,
  number: number,
): Promise<void> {
  await sql.query('test.effect', 'insert into effect (place, key, number) values ($1, $2, $3)', [
    place,
    key,
    number,
  ]);
}

/** The numbers of the effects on a key, in the order in which they happened. */
export async function effectsOn(service: Database, key: string): Promise<number[]> {
  const text = 'select number from effect where key = $1 order by sequence';
  return (await service.query<{ number: number }>('test.effects', text, [key])).map(({ number }) => number);
}
