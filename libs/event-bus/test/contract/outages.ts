import { pause } from '@tradewind/resilience';
import { eventually } from '@tradewind/testing';
import { expect, it } from 'vitest';
import { fact, facts, numbersByKey, upTo } from '../bench.ts';
import { appendUntilKept, firstOccurrences, type Cases } from './bench.ts';

export const outages: Cases = (current) => {
  it('of one member ends by itself: thrown off its server for good, it reads again within 10 s', async () => {
    const { place, join, newGroup } = current();
    const proxy = await place.proxy();
    const reader = await join(place.log(proxy), newGroup());
    await place.log().append(facts('key', 3));
    await eventually(() => expect(reader.seen).toHaveLength(3));
    for (const time of upTo(3)) {
      place.throwOff(proxy);
      await pause(600);
      await place.log().append(facts('key', 1, 3 + time));
      const numbers = () => numbersByKey(firstOccurrences(reader.events()));
      await eventually(() => expect(numbers()).toEqual({ key: upTo(3 + time) }), { within: 10_000 });
    }
  });

  it('of the server, killed twice in the middle of appends and reads, loses and reorders nothing', async (context) => {
    const { place, server, join, newGroup } = current();
    if (!server.kill) return context.skip('the brokers of KAFKA_BROKERS are not ours to kill');
    const keys = upTo(8).map((n) => `key-${n}`);
    const reader = await join(place.log(), newGroup(), () => pause(5));
    let stop = false;
    let last = 0;
    const writer = (async () => {
      for (const log = place.log(); !stop; await pause(5)) {
        const events = keys.map((key) => fact(key, last + 1));
        await appendUntilKept(log, events);
        last++;
      }
    })();
    for (const part of [1, 2]) {
      const goal = last + 20;
      await eventually(() => expect(last).toBeGreaterThan(goal), { within: 60_000 });
      await eventually(() => expect(reader.seen.length).toBeGreaterThan(part * 80), { within: 60_000 });
      await server.kill();
      await server.back();
    }
    const goal = last + 20;
    await eventually(() => expect(last).toBeGreaterThan(goal), { within: 60_000 });
    stop = true;
    await writer;
    const expected = Object.fromEntries(keys.map((key) => [key, upTo(last)]));
    await eventually(() => expect(numbersByKey(firstOccurrences(reader.events()))).toEqual(expected), {
      within: 60_000,
    });
  });
};
