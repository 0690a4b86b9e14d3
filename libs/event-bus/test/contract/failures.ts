import { pause } from '@tradewind/resilience';
import { eventually } from '@tradewind/testing';
import { expect, it } from 'vitest';
import type { LogRecord } from '../../src/index.ts';
import { fact, facts, numberOf, numbersByKey, upTo } from '../bench.ts';
import { appendUntilKept, door, firstOccurrences, type Cases } from './bench.ts';
import { LEASE } from './server.ts';

export const failures: Cases = (current) => {
  it('that rejects gets the same records again, in order, and not in a hurry', async () => {
    const { place, join, newGroup } = current();
    const until = performance.now() + 1_000;
    let tries = 0;
    const reader = await join(place.log(), newGroup(), async () => {
      tries++;
      if (performance.now() < until) throw new Error('not now');
    });
    await place.log().append(facts('key', 3));
    await eventually(() => expect(numbersByKey(reader.events())).toEqual({ key: [1, 2, 3] }));
    expect(tries).toBeGreaterThan(1);
    expect(tries).toBeLessThan(15);
  });

  it('that stands still in one partition holds up no other', async () => {
    const { place, join, newGroup } = current();
    const { passed, open } = door();
    let stuck = 0;
    const reader = await join(place.log(), newGroup(), (records) => {
      if (!records.some(({ event }) => event.key === 'stuck')) return undefined;
      stuck++;
      return passed;
    });
    const log = place.log();
    await log.append([fact('stuck', 1)]);
    await eventually(() => expect(stuck).toBe(1));
    const keys = upTo(24).map((n) => `key-${n}`);
    for (const number of upTo(3)) await log.append(keys.map((key) => fact(key, number)));
    await eventually(() => expect(new Set(reader.seen.map(({ partition }) => partition)).size).toBe(3));
    const [free] = reader.events();
    await eventually(() => expect(numbersByKey(reader.events())[free!.key]).toEqual([1, 2, 3]));
    open();
    const expected = Object.fromEntries(keys.map((key) => [key, [1, 2, 3]]));
    await eventually(() => expect(numbersByKey(reader.events())).toEqual({ ...expected, stuck: [1] }));
  });

  it('that is slower than the lease keeps its partitions: nobody else is handed its records', async () => {
    const { place, join, newGroup } = current();
    const group = newGroup();
    const handed: number[] = [];
    const slowly = async (records: LogRecord[]): Promise<void> => {
      handed.push(...records.map(({ event }) => numberOf(event)));
      await pause(LEASE * 3);
    };
    const members = [await join(place.log(), group, slowly), await join(place.log(), group, slowly)];
    await pause(LEASE);
    await place.log().append([fact('slow', 1)]);
    await eventually(() => expect(members.some(({ seen }) => seen.length === 1)).toBe(true));
    expect(handed).toEqual([1]);
    await place.log().append([fact('slow', 2)]);
    await eventually(() => expect(members.some(({ seen }) => seen.length === 2)).toBe(true));
    expect(handed).toEqual([1, 2]);
  });

  it('of a member that was paused longer than its lease keeps no offset any more', async () => {
    const { place, join, newGroup } = current();
    const group = newGroup();
    const proxy = await place.proxy();
    const { passed, open } = door();
    let handed = 0;
    const paused = await join(place.log(proxy), group, (records) => {
      handed += records.length;
      if (handed > 10) throw new Error('what it gets back later it does not handle');
      return passed;
    });
    await place.log().append(facts('fenced', 10));
    await eventually(() => expect(handed).toBe(10));
    proxy.stall();
    let refused = 0;
    const successor = await join(place.log(), group, async () => {
      refused++;
      throw new Error('keeps no offset either');
    });
    await eventually(() => expect(refused).toBeGreaterThan(0), { within: 20_000 });
    open();
    await eventually(() => expect(paused.seen).toHaveLength(10));
    await pause(LEASE / 2); // what it sends to keep its offset is on its way now
    proxy.resume();
    await pause(LEASE);
    await Promise.all([paused.stop(), successor.stop()]);
    const heir = await join(place.log(), group);
    await eventually(() => expect(numbersByKey(heir.events())).toEqual({ fenced: upTo(10) }), {
      within: 20_000,
    });
  });

  it('hears an event once more, under the same id, when the answer to its append was lost', async () => {
    const { place, join, newGroup } = current();
    const proxy = await place.proxy();
    const log = place.log(proxy);
    await log.append(facts('key', 1));
    const reader = await join(place.log(), newGroup());
    await eventually(() => expect(reader.seen).toHaveLength(1));
    proxy.loseAnswer();
    await appendUntilKept(log, facts('key', 3, 2));
    await appendUntilKept(log, facts('key', 1, 5));
    await eventually(() => expect(numbersByKey(firstOccurrences(reader.events()))).toEqual({ key: upTo(5) }));
  });
};
