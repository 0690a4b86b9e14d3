import { pause } from '@tradewind/resilience';
import { eventually } from '@tradewind/testing';
import { expect, it } from 'vitest';
import type { StoredEvent } from '../../src/index.ts';
import { fact, facts, numbersByKey, TOPIC, upTo } from '../bench.ts';
import { firstOccurrences, type Cases, type Member } from './bench.ts';

const keys = upTo(24).map((n) => `key-${n}`);
const round = (number: number) => keys.map((key) => fact(key, number));
const rounds = (amount: number) => Object.fromEntries(keys.map((key) => [key, upTo(amount)]));

export const groups: Cases = (current) => {
  it('of a new name reads everything from the beginning', async () => {
    const { place, join, newGroup } = current();
    const log = place.log();
    const old = await join(log, newGroup());
    await log.append(facts('key', 30));
    await eventually(() => expect(old.seen).toHaveLength(30));
    const fresh = await join(place.log(), newGroup());
    await eventually(() => expect(fresh.seen).toEqual(old.seen));
  });

  it('goes on where its member stopped, and repeats nothing', async () => {
    const { place, join, newGroup } = current();
    const group = newGroup();
    const before = await join(place.log(), group);
    await place.log().append(facts('key', 10));
    await eventually(() => expect(before.seen).toHaveLength(10));
    await before.stop();
    await place.log().append(facts('key', 5, 11));
    const after = await join(place.log(), group);
    await eventually(() => expect(numbersByKey(after.events())).toEqual({ key: [11, 12, 13, 14, 15] }));
  });

  it('shares the partitions, and who leaves hands over without loss or repetition', async () => {
    const { place, join, newGroup } = current();
    const group = newGroup();
    // In the order of their coming: a partition may change hands more than once while the group finds its feet.
    const all: StoredEvent[] = [];
    const keep = async (records: { event: StoredEvent }[]): Promise<void> => {
      all.push(...records.map(({ event }) => event));
    };
    const heard = () => numbersByKey(firstOccurrences(all));
    const [first, second] = [await join(place.log(), group, keep), await join(place.log(), group, keep)];
    let last = 0;
    await eventually(async () => {
      await place.log().append(round(++last));
      await eventually(() => expect(heard()).toEqual(rounds(last)));
      for (const member of [first, second]) expect(partitionsOf(member, last).size).toBe(2);
    });
    await first.stop();
    const before = all.length;
    await place.log().append(round(last + 1));
    await eventually(() => expect(heard()).toEqual(rounds(last + 1)));
    expect(all).toHaveLength(before + keys.length);
  });

  it('loses and reorders nothing when a member joins, and another goes, in the middle of the work', async () => {
    const { place, join, newGroup } = current();
    const group = newGroup();
    const all: { id: string }[] = [];
    const slowly = async (records: { event: { id: string } }[]): Promise<void> => {
      await pause(60);
      all.push(...records.map(({ event }) => event));
    };
    const first = await join(place.log(), group, slowly);
    const writer = (async () => {
      for (const number of upTo(40))
        await place
          .log()
          .append(round(number))
          .then(() => pause(25));
    })();
    await eventually(() => expect(first.seen.length).toBeGreaterThan(100));
    const second = await join(place.log(), group, slowly);
    await eventually(() => expect(second.seen.length).toBeGreaterThan(50));
    await first.stop();
    await writer;
    await eventually(() => expect(numbersByKey(firstOccurrences(all as never))).toEqual(rounds(40)), {
      within: 30_000,
    });
  });

  it('knows how far it has to read: `ends` are the offsets that come next', async () => {
    const { place, join, newGroup } = current();
    const log = place.log();
    expect(await log.ends([TOPIC, 'tradewind.order'])).toEqual(
      [TOPIC, 'tradewind.order'].flatMap((topic) =>
        [0, 1, 2, 3].map((partition) => ({ topic, partition, offset: 0 })),
      ),
    );
    await log.append(keys.flatMap((key) => facts(key, 5)));
    const ends = await log.ends([TOPIC]);
    expect(ends.reduce((sum, { offset }) => sum + offset, 0)).toBe(120);
    const reader = await join(log, newGroup());
    await eventually(() => expect(reader.seen).toHaveLength(120));
    for (const { partition, offset } of ends) {
      const last = reader.seen.findLast((record) => record.partition === partition);
      expect(last?.offset ?? -1).toBe(offset - 1);
    }
  });
};

/** Partitions of which a member was handed something in this round. */
function partitionsOf({ seen }: Member, number: number): Set<number> {
  const ofRound = seen.filter(({ event }) => (event.data as { available: number }).available === number);
  return new Set(ofRound.map(({ partition }) => partition));
}
