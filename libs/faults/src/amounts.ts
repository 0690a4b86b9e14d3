import type { FaultAmount } from './fault-kind.ts';

export const percent = (value: number): FaultAmount => ({
  ...{ unit: '%', default: value, minimum: 1, maximum: 100 },
});

export const milliseconds = (value: number): FaultAmount => ({
  ...{ unit: 'ms', default: value, minimum: 1, maximum: 60_000 },
});

/** Places of the control room where patterns show. */
export const RESILIENCE = '/ops/resilience';
export const SAGAS = '/ops/sagas';
export const PROCESSES = '/ops/services';
