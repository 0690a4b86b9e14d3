import type { History } from '../shoppers/history.ts';
import { checkEvents, type Listeners } from './events.ts';
import { checkJournal } from './journal.ts';
import { checkCarts, checkMail } from './mail.ts';
import { checkMoney } from './money.ts';
import { checkOrders } from './orders.ts';
import { checkReadModels } from './read-models.ts';
import type { Snapshot, Violation } from './snapshot.ts';
import { checkStock } from './stock.ts';

interface Facts {
  history: History;
  listeners: Listeners;
  /** Ids of events that were put into the log on purpose. */
  poison: ReadonlySet<string>;
}

/** Everything that must be true of the system at rest. Pure: the same snapshot always has the same violations. */
export function check(snapshot: Snapshot, { history, listeners, poison }: Facts): Violation[] {
  const clean = { ...snapshot, log: snapshot.log.filter(({ id }) => !poison.has(id)) };
  return [
    ...checkOrders(snapshot, history),
    ...checkMoney(snapshot),
    ...checkStock(snapshot),
    ...checkEvents(snapshot, listeners, poison),
    ...checkMail(snapshot),
    ...checkCarts(snapshot),
    ...checkJournal(snapshot),
    ...checkReadModels(clean),
    ...(snapshot.webhooksOnTheirWay > 0
      ? [{ rule: 'I4', subject: 'webhooks', text: `${snapshot.webhooksOnTheirWay} were not taken yet` }]
      : []),
  ];
}
