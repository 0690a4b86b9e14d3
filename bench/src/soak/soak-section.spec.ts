import { describe, expect, it } from 'vitest';
import { soakSection, type Minute } from './soak-section.ts';

const minutes = (mebibytes: (minute: number) => number): Minute[] =>
  Array.from({ length: 20 }, (_, index) => ({
    memory: { order: mebibytes(index + 1) },
    ...{ orders: 10, confirmed: 9 },
  }));
const atRest = (mebibytes: (minute: number) => number): unknown =>
  soakSection(minutes(mebibytes), 25).rows[0]!.at(-1);

describe('a soak', () => {
  it('is at rest while memory swings, also after it has grown in the beginning', () => {
    expect(atRest((minute) => 100 + (minute % 2) * 20)).toBe('yes');
    expect(atRest((minute) => (minute < 5 ? 20 * minute : 100))).toBe('yes');
  });

  it('is not when memory grows slowly and without end', () => {
    expect(atRest((minute) => 100 + 1.5 * minute)).toBe('no');
    expect(
      soakSection(
        minutes((minute) => 50 + minute),
        25,
      ).note,
    ).toContain('Growing: order.');
  });

  it('says how many orders there were, and needs enough minutes', () => {
    expect(
      soakSection(
        minutes(() => 1),
        25,
      ).note,
    ).toContain('200 orders, 180 confirmed');
    expect(() => soakSection(minutes(() => 1).slice(0, 14), 25)).toThrow('15 minutes at least');
  });
});
