import { describe, expect, it } from 'vitest';
import { generate } from './generate.ts';
import { shopper } from './plain-shopper.ts';
import type { Schedule } from './schedule.ts';
import { shrink } from './shrink.ts';

const catalogue = {
  products: 5,
  failpoints: [
    { process: 'order', name: 'commit:order.open:after', byShoppers: true },
    { process: 'payment', name: 'commit:payment.append:before', byShoppers: true },
  ],
  processes: ['order', 'payment'],
  databases: ['order', 'payment'],
  eventTypes: ['tradewind.order.v1.order-shipped'],
};

describe('a generated schedule', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(generate(7, catalogue)).toEqual(generate(7, catalogue));
    expect(generate(7, catalogue)).not.toEqual(generate(8, catalogue));
  });

  it('draws every kind of fault and every token sooner or later', () => {
    const all = Array.from({ length: 400 }, (_, seed) => generate(seed, catalogue));
    const kinds = new Set(all.flatMap(({ faults }) => faults.map(({ kind }) => kind)));
    const tokens = new Set(all.flatMap(({ shoppers }) => shoppers.map(({ token }) => token)));
    expect([kinds.size, tokens.size]).toEqual([14, 8]);
    const lines = all.flatMap(({ shoppers }) => shoppers.map(({ products }) => products));
    expect(lines.some((products) => new Set(products).size < products.length)).toBe(true);
  });
});

describe('shrinking', () => {
  const plan = (after: number): Schedule['shoppers'][0] => shopper({ after });
  const kill = (process: string): Schedule['faults'][0] => ({ kind: 'kill', process, after: 0 });

  it('leaves what the failure needs, and nothing else', async () => {
    const schedule: Schedule = {
      seed: 3,
      shoppers: [1, 2, 3, 4, 5, 6, 7].map(plan),
      faults: ['a', 'b', 'c', 'd'].map(kill),
    };
    const needs = ({ shoppers, faults }: Schedule): boolean =>
      shoppers.some(({ after }) => after === 2) &&
      shoppers.some(({ after }) => after === 7) &&
      faults.some((fault) => 'process' in fault && fault.process === 'c');
    const shortest = await shrink(schedule, async (candidate) => needs(candidate));
    expect(shortest).toEqual({ seed: 0, shoppers: [plan(2), plan(7)], faults: [kill('c')] });
  });

  it('stops when its budget is used up, with a schedule that is known to fail', async () => {
    const schedule: Schedule = { seed: 1, shoppers: [1, 2, 3, 4].map(plan), faults: ['a', 'b'].map(kill) };
    let tries = 0;
    const shortest = await shrink(schedule, async () => ++tries > 0, 2);
    expect(tries).toBe(2);
    expect(shortest.shoppers.length).toBeLessThanOrEqual(4);
  });
});
