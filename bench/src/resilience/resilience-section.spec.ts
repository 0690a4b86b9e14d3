import { expect, it } from 'vitest';
import { resilienceSection } from './resilience-section.ts';

const cost = (part: string, library: string, median: number) => ({
  part,
  library,
  median,
  least: median - 10,
});
const measured = (pipeline: number) => ({
  costs: [
    cost('no policy', 'bare async function', 50),
    cost('pipeline', 'libs/resilience', pipeline),
    cost('pipeline', 'cockatiel', 8_800),
  ],
  ...{ absent: ['opossum'], calls: 100_000, rounds: 5, load: 0.4 },
});

it('says whether the pipeline is within its budget, and what was not there', () => {
  expect(resilienceSection(measured(880.4)).after).toEqual([
    'Budget pipeline ≤ 1,000 ns: 880, met',
    'A pipeline of cockatiel costs 10.0 times as much',
    'Not installed here: opossum',
  ]);
  expect(resilienceSection(measured(1_001)).after![0]).toBe('Budget pipeline ≤ 1,000 ns: 1001, missed');
});

it('has a row for each piece', () => {
  expect(resilienceSection(measured(900)).rows[1]).toEqual(['pipeline', 'libs/resilience', 900, 890]);
});
