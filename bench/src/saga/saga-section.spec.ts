import { describe, expect, it } from 'vitest';
import { sagaSection, type Measured } from './saga-section.ts';

const measured = (engine: string, perSecond: number, more: Partial<Measured> = {}): Measured => ({
  ...{ engine, perSecond, inFlight: 64, round: 0, p50: 1, p99: 2, commits: 3, cpu: 4, postgres: 5, load: 6 },
  wrong: [],
  ...more,
});

describe('the section of the sagas', () => {
  it('shows the median of the rounds, by load', () => {
    const rounds = [10, 3_000, 20].map((perSecond, round) => measured('tradewind', perSecond, { round }));
    const { rows } = sagaSection([...rounds, measured('tradewind', 5, { inFlight: 1 })], [], 8);
    expect(rows).toEqual([
      [1, 'tradewind', '5', '1.0', '2.0', '3.00', '4.00', '5.00', '6.0'],
      [64, 'tradewind', '20', '1.0', '2.0', '3.00', '4.00', '5.00', '6.0'],
    ]);
  });

  it('holds the figures at 64 in flight against the budgets', () => {
    const all = [measured('tradewind', 3_100), measured('restate', 300), measured('dbos', 400)];
    expect(sagaSection(all, [], 8).after).toEqual([
      'Budget ≥ 3,000 sagas/s at 64 in flight: 3100, met',
      'Budget ≥ 8 times Restate: 10.3, met',
      'Budget ≥ 15 times DBOS: 7.8, missed',
    ]);
  });

  it('compares engines within a round, and shows the median', () => {
    const round = (number: number, ours: number, theirs: number): Measured[] => [
      measured('tradewind', ours, { round: number }),
      measured('restate', theirs, { round: number }),
    ];
    // A busy machine in the second round slows both.
    const all = [...round(0, 4_000, 400), ...round(1, 400, 50), ...round(2, 4_500, 500)];
    expect(sagaSection(all, [], 8).after![1]).toBe('Budget ≥ 8 times Restate: 9.0, met');
  });

  it('says which engine is not there', () => {
    const { after } = sagaSection([measured('tradewind', 3_100)], ['restate: no program'], 8);
    expect(after!.slice(1)).toEqual([
      'Budget ≥ 8 times Restate: not measured',
      'Budget ≥ 15 times DBOS: not measured',
      'restate: no program',
    ]);
  });

  it('marks figures as invalid when a saga was lost', () => {
    const { rows, after } = sagaSection([measured('dbos', 400, { wrong: ['1 of 9 is missing'] })], [], 8);
    expect(rows[0]![1]).toBe('dbos (INVALID)');
    expect(after!.at(-1)).toBe('dbos: INVALID, 1 of 9 is missing');
  });
});
