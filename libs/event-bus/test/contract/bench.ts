import { uuidV7 } from '@tradewind/kernel';
import { pause } from '@tradewind/resilience';
import type { Consumption, EventLog, LogRecord, StoredEvent } from '../../src/index.ts';
import { TOPIC } from '../bench.ts';
import type { ContractServer, Place } from './server.ts';

export interface Member {
  /** What was handed to it and handled, in that order. */
  seen: LogRecord[];
  events(): StoredEvent[];
  stop(): Promise<void>;
}

/** What a case works with: a place of its own, and members that are stopped when it is over. */
export interface Case {
  place: Place;
  server: ContractServer;
  newGroup(): string;
  /** Joins a group; `before` may hold up or refuse what the member is handed. */
  join(
    log: EventLog,
    group: string,
    before?: (records: LogRecord[]) => Promise<unknown> | undefined,
  ): Promise<Member>;
}

export type Cases = (current: () => Case) => void;

export async function openCase(server: ContractServer): Promise<Case & { close(): Promise<void> }> {
  const place = await server.open();
  const members: Consumption[] = [];
  return {
    place,
    server,
    newGroup: () => `group-${uuidV7()}`,
    async join(log, group, before) {
      const seen: LogRecord[] = [];
      const consumption = await log.consume(group, [TOPIC], async (records) => {
        await before?.(records);
        seen.push(...records);
      });
      members.push(consumption);
      return { seen, events: () => seen.map(({ event }) => event), stop: () => consumption.stop() };
    },
    async close() {
      await Promise.race([Promise.all(members.map((member) => member.stop())), pause(20_000)]);
      await place.close();
    },
  };
}

/** Appends until it works, as the relay does: copies have the same ids. */
export async function appendUntilKept(log: EventLog, events: readonly StoredEvent[]): Promise<void> {
  for (;;) {
    try {
      return await log.append(events);
    } catch {
      await pause(100);
    }
  }
}

/** The first time that each event came, in that order: what an inbox lets through. */
export function firstOccurrences(events: readonly StoredEvent[]): StoredEvent[] {
  const known = new Set<string>();
  return events.filter(({ id }) => !known.has(id) && known.add(id));
}

/** A door that handlers wait at. */
export function door(): { passed: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}
