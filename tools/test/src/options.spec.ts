import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('what npm test runs', () => {
  it('is everything, the running system on both event logs', () => {
    expect(readOptions([])).toMatchObject({
      specs: true,
      journeys: true,
      compose: true,
      buses: ['postgres', 'kafka'],
      filters: [],
    });
  });

  it('builds images only for everything, or when it is told to', () => {
    expect(readOptions(['purchase'])).toMatchObject({ journeys: true, compose: false });
    expect(readOptions(['--compose', 'purchase'])).toMatchObject({ journeys: false, compose: true });
  });

  it('is what is named, on PostgreSQL unless an event log is named, too', () => {
    const only = { specs: false, journeys: true, filters: ['purchase'] };
    expect(readOptions(['--journeys', 'purchase'])).toMatchObject({ ...only, buses: ['postgres'] });
    expect(readOptions(['--journeys', '--bus', 'kafka', 'purchase'])).toMatchObject({
      ...only,
      buses: ['kafka'],
    });
  });

  it.each([
    [['--bus', 'rabbit'], 'no such event log: rabbit (postgres or kafka)'],
    [['--jurneys'], '--jurneys'],
  ])('%j is refused', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
