import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pause } from '@tradewind/resilience';
import { eventually } from '@tradewind/testing';
import { expect, it } from 'vitest';
import type { EventLog } from '../../src/index.ts';
import { fact, TOPIC, upTo } from '../bench.ts';
import type { Cases } from './bench.ts';

const AMOUNT = 100_000;
const KEYS = 200;
/** All of them together are 100 MB and more, so a reader that takes what it gets would be seen. */
const PADDING = 'x'.repeat(1_000);
const MEBIBYTE = 1024 ** 2;

export const backlog: Cases = (current) => {
  it(
    'of 100,000 reaches a slow reader whole and in order, once, in bounded memory',
    { timeout: 240_000 },
    async () => {
      const { place, newGroup } = current();
      await fill(place.log());
      const next = new Map<number, number>();
      const wrong: string[] = [];
      let read = 0;
      let working = 0;
      let mostAtOnce = 0;
      let heapAtMost = 0;
      const before = heap();
      const reading = await place.log().consume(newGroup(), [TOPIC], async (records) => {
        working += records.length;
        mostAtOnce = Math.max(mostAtOnce, working);
        await pause(15);
        for (const { partition, offset } of records) {
          if (offset !== (next.get(partition) ?? 0)) wrong.push(`${partition}/${offset}`);
          next.set(partition, offset + 1);
        }
        working -= records.length;
        if (Math.floor((read + records.length) / 10_000) > Math.floor(read / 10_000))
          heapAtMost = Math.max(heapAtMost, heap());
        read += records.length;
      });
      await eventually(() => expect(read).toBeGreaterThanOrEqual(AMOUNT), { within: 180_000, every: 200 });
      await reading.stop();
      expect(wrong).toEqual([]);
      expect(read).toBe(AMOUNT);
      expect(mostAtOnce).toBeLessThanOrEqual(4 * 200);
      expect((heapAtMost - before) / MEBIBYTE).toBeLessThan(40);
    },
  );
};

async function fill(log: EventLog): Promise<void> {
  for (let from = 0; from < AMOUNT; from += 1_000) {
    await log.append(
      upTo(1_000).map((n) => {
        const event = fact(`key-${(from + n) % KEYS}`, from + n);
        return { ...event, data: { ...(event.data as object), padding: PADDING } };
      }),
    );
  }
}

/** Bytes that are really in use. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
