import { oneMailEach } from './mail.ts';
import { bounded, eventsArrive, modelsAreFolds, nothingDropped } from './messaging.ts';
import { chargedOnce, moneyAgrees } from './money.ts';
import { allOrNothing, nothingStuck, oneKeyEach, stockAddsUp } from './orders.ts';
import { oneTraceEach } from './traces.ts';
import type { Invariant } from './picture.ts';

/** What must always be true of a shop whose parts never share a transaction. Each is a pure check of a picture. */
export const invariants: Invariant[] = [
  { id: 'I1', title: 'Money at the provider is what confirmed orders are worth', check: moneyAgrees },
  { id: 'I2', title: 'No order is charged twice', check: chargedOnce },
  { id: 'I3', title: 'Stock adds up', check: stockAddsUp },
  { id: 'I4', title: 'Nothing is stuck', check: nothingStuck },
  {
    id: 'I5',
    title: 'Confirmed means that goods and money moved; rejected and cancelled that they did not',
    check: allOrNothing,
  },
  {
    id: 'I6',
    title: 'What was committed is published, and what was published is in the log',
    check: eventsArrive,
  },
  { id: 'I7', title: 'One mail for each outcome', check: oneMailEach },
  { id: 'I8', title: 'Read models are the fold of their events', check: modelsAreFolds },
  { id: 'I9', title: 'One key, one order', check: oneKeyEach },
  { id: 'I10', title: 'Every event is handled; what could not be is listed', check: nothingDropped },
  { id: 'I11', title: 'Backlogs, letters and connections stay within bounds', check: bounded },
  { id: 'I12', title: 'One trace from the order to its mail', check: oneTraceEach },
];
