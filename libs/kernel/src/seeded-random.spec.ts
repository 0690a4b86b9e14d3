import { expect, it } from 'vitest';
import { seededRandom } from './seeded-random.ts';

it('seeded chance repeats itself, is spread evenly, and differs by its seed', () => {
  const draw = (seed: number): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 10_000 }, random);
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1).slice(0, 5)).not.toEqual(draw(2).slice(0, 5));
  const numbers = draw(3);
  expect(numbers.every((it) => it >= 0 && it < 1)).toBe(true);
  for (const tenth of Map.groupBy(numbers, (it) => Math.floor(it * 10)).values()) {
    expect(Math.abs(tenth.length - 1_000)).toBeLessThan(150);
  }
});
