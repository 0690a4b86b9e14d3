import type { OrderFact } from '@tradewind/contracts/order/v1/saga_operations';
import { describe, expect, it } from 'vitest';
import { OrderSlices, type Findings } from './order-slices.ts';

const id = (number: number): string => `o${String(number).padStart(4, '0')}`;

/** Orders by their numbers; some are wrong. */
function shop(count: number) {
  const numbers = new Set(Array.from({ length: count }, (_, index) => index + 1));
  const wrong = new Set<number>();
  const looked: string[][] = [];
  const facts = (): OrderFact[] =>
    [...numbers].toSorted((a, b) => a - b).map((number) => ({ orderId: id(number) }) as OrderFact);
  return {
    numbers,
    wrong,
    looked,
    work: {
      read: async (after: string, most: number) =>
        facts()
          .filter(({ orderId }) => orderId > after)
          .slice(0, most),
      async judge(_: unknown, some: OrderFact[]): Promise<Findings> {
        const ids = some.map(({ orderId }) => orderId);
        looked.push(ids);
        const found = [...wrong].map(id).filter((it) => ids.includes(it));
        const differences = found.map((subject) => ({ subject, expected: 'right', found: 'wrong' }));
        return new Map(found.length > 0 ? [['I1', differences]] : []);
      },
    },
  };
}

const subjects = (all: Findings[]): string[] =>
  all.flatMap((found) => (found.get('I1') ?? []).map(({ subject }) => subject));
const sizes = (looked: string[][]): number[] => looked.splice(0).map((ids) => ids.length);

describe('slices of orders', () => {
  it('cover every order once, however many there are, and none when there is none', async () => {
    for (const count of [0, 1, 9, 10, 11, 95]) {
      const { work, looked } = shop(count);
      await new OrderSlices(10, 3).look(work);
      expect(looked.flat()).toEqual(Array.from({ length: count }, (_, index) => id(index + 1)));
      expect(Math.max(...sizes(looked))).toBeLessThanOrEqual(10);
    }
  });

  it('look at the newest each time, and at one older one in turn', async () => {
    const { work, looked } = shop(95);
    const slices = new OrderSlices(10, 3);
    await slices.look(work);
    sizes(looked);
    const older: string[] = [];
    for (let run = 0; run < 7; run++) {
      await slices.look(work);
      const [first, ...newest] = looked.splice(0);
      older.push(first![0]!);
      expect(newest.flat()).toEqual(Array.from({ length: 25 }, (_, index) => id(71 + index)));
    }
    expect(older.toSorted()).toEqual([1, 11, 21, 31, 41, 51, 61].map(id));
  });

  it('remember what was found in an older one, and look there again until it is right', async () => {
    const { work, wrong } = shop(95);
    const slices = new OrderSlices(10, 3);
    wrong.add(5);
    expect(subjects(await slices.look(work))).toEqual([id(5)]);
    for (let run = 0; run < 3; run++) expect(subjects(await slices.look(work))).toEqual([id(5)]);
    wrong.clear();
    expect(subjects(await slices.look(work))).toEqual([]);
  });

  it('go on with what has come since, and take in what came late with an old id', async () => {
    const { work, numbers, wrong } = shop(95);
    numbers.delete(3);
    const slices = new OrderSlices(10, 3);
    await slices.look(work);
    numbers.add(3).add(96);
    wrong.add(3).add(96);
    const found = new Set<string>();
    for (let run = 0; run < 8; run++) for (const it of subjects(await slices.look(work))) found.add(it);
    expect([...found].toSorted()).toEqual([id(3), id(96)]);
  });
});
