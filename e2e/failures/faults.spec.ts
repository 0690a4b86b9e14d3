import { afterEach, describe, expect, it } from 'vitest';
import { listFaults, tryOut } from '../support/faults.ts';
import { resetFaults } from '../support/operator.ts';
import { eventTrials } from './trials/events.ts';
import { paymentTrials } from './trials/payment.ts';
import { processTrials } from './trials/processes.ts';
import { serviceTrials } from './trials/services.ts';

const groups = [
  { of: 'payment and its provider', trials: paymentTrials },
  { of: 'the other services', trials: serviceTrials },
  { of: 'events and mail', trials: eventTrials },
  { of: 'processes and their databases', trials: processTrials },
];

afterEach(resetFaults);

describe.each(groups)('while a fault of $of is on', ({ trials }) => {
  it.each(trials)('$fault: $effect', tryOut);
});

it('every kind of switch is tried out, unless it makes no sense here', async () => {
  const tried = new Set(groups.flatMap(({ trials }) => trials).map(({ fault }) => fault));
  const kinds = Map.groupBy(
    (await listFaults()).filter(({ notApplicable }) => notApplicable === null),
    ({ kind }) => kind,
  );
  const untried = [...kinds].filter(([, faults]) => !faults.some(({ name }) => tried.has(name)));
  expect(untried.map(([kind]) => kind)).toEqual([]);
});
