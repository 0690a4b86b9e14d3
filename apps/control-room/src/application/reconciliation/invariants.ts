import { oneMailEach } from './mail.ts';
import { bounded, eventsArrive, modelsAreFolds, nothingDropped } from './messaging.ts';
import { chargedOnce, moneyAgrees } from './money.ts';
import { allOrNothing, nothingStuck, oneKeyEach, stockAddsUp } from './orders.ts';
import { oneTraceEach } from './traces.ts';
import type { Invariant } from './picture.ts';

/** What must always be true of a shop whose parts never share a transaction. Each is a pure check of a picture. */
export const invariants: Invariant[] = [
  {
    id: 'I1',
    of: 'orders',
    title: 'Money at the provider is what confirmed orders are worth',
    check: moneyAgrees,
  },
  { id: 'I2', of: 'orders', title: 'No order is charged twice', check: chargedOnce },
  { id: 'I3', of: 'system', title: 'Stock adds up', check: stockAddsUp },
  { id: 'I4', of: 'orders', title: 'Nothing is stuck', check: nothingStuck },
  {
    id: 'I5',
    of: 'orders',
    title: 'Confirmed means that goods and money moved; rejected and cancelled that they did not',
    check: allOrNothing,
  },
  {
    id: 'I6',
    of: 'system',
    title: 'What was committed is published, and what was published is in the log',
    check: eventsArrive,
  },
  { id: 'I7', of: 'orders', title: 'One mail for each outcome', check: oneMailEach },
  { id: 'I8', of: 'system', title: 'Read models are the fold of their events', check: modelsAreFolds },
  { id: 'I9', of: 'orders', title: 'One key, one order', check: oneKeyEach },
  {
    id: 'I10',
    of: 'system',
    title: 'Every event is handled; what could not be is listed',
    check: nothingDropped,
  },
  { id: 'I11', of: 'system', title: 'Backlogs, letters and connections stay within bounds', check: bounded },
  { id: 'I12', of: 'orders', title: 'One trace from the order to its mail', check: oneTraceEach },
];
