import { eventually, seededRandom } from '@tradewind/testing';
import { expect, it } from 'vitest';
import { fact, facts, numbersByKey, upTo } from '../bench.ts';
import type { Cases } from './bench.ts';

const SEED = 20260103;

export const order: Cases = (current) => {
  it(`is kept for each key while four producers write (seed ${SEED})`, async () => {
    const { place, join, newGroup } = current();
    const random = seededRandom(SEED);
    const reader = await join(place.log(), newGroup());
    const producers = upTo(4).map(async (producer) => {
      const log = place.log();
      const next = new Map<string, number>();
      for (let batch = 0; batch < 15; batch++) {
        const events = Array.from({ length: 1 + Math.floor(random() * 8) }, () => {
          const key = `key-${producer}-${Math.floor(random() * 5)}`;
          next.set(key, (next.get(key) ?? 0) + 1);
          return fact(key, next.get(key)!);
        });
        await log.append(events);
      }
      return next;
    });
    const written = (await Promise.all(producers)).flatMap((next) => [...next]);
    const expected = Object.fromEntries(written.map(([key, last]) => [key, upTo(last)]));
    await eventually(() => expect(numbersByKey(reader.events())).toEqual(expected));
  });

  it('is kept in each partition: offsets count up, and one key is in one partition', async () => {
    const { place, join, newGroup } = current();
    const reader = await join(place.log(), newGroup());
    const keys = upTo(12).map((n) => `key-${n}`);
    await place.log().append(keys.flatMap((key) => facts(key, 10)));
    await eventually(() => expect(reader.seen).toHaveLength(120));
    for (const records of Map.groupBy(reader.seen, ({ partition }) => partition).values())
      expect(records.map(({ offset }) => offset)).toEqual(records.map((_, index) => index));
    for (const records of Map.groupBy(reader.seen, ({ event }) => event.key).values())
      expect(new Set(records.map(({ partition }) => partition)).size).toBe(1);
  });
};
