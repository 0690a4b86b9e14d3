import type { OrderFact } from '@tradewind/contracts/order/v1/saga_operations';
import type { KeyRange } from '@tradewind/kernel';
import { pause } from '@tradewind/resilience';
import type { EventHistory, ParkedEvent, WatchedSystem } from '../ports/watched-system.ts';
import type { OrdersPicture, SystemPicture } from './picture.ts';

/** How far back events are looked for in the log and in the listeners' inboxes: what is older was looked for before. */
const SAMPLED = 10 * 60_000;
/** After which an event that a listener does not know is missing and not merely late. */
const LATE = 60_000;
/** A copy of the log may be a moment behind the log. */
const COPYING = 1_000;

/** @param tracedTypes of events that belong into the trace of their order */
export async function takeSystemPicture(
  system: WatchedSystem,
  history: EventHistory,
  at: number,
  tracedTypes: readonly string[],
): Promise<SystemPicture> {
  const messaging = await system.messaging();
  const [letters, readModels, notInLog, dropped, traced] = await Promise.all([
    openAndDiscarded(system),
    system.readModels(),
    findLost(history, messaging),
    findDropped(system, history, messaging, at),
    history.traced(tracedTypes, at - SAMPLED),
  ]);
  return { at, messaging, letters, readModels, notInLog, dropped, traced };
}

/** Asks everybody about these orders. Facts come first: what happens meanwhile belongs to orders that are not judged yet. */
export async function takeOrdersPicture(
  system: WatchedSystem,
  orders: KeyRange,
  facts: OrderFact[],
): Promise<OrdersPicture> {
  const [provider, postings, stock, mails] = await Promise.all([
    system.chargesOf(orders),
    system.paymentLedger(orders),
    system.stockReport(orders),
    system.mailAbout(orders),
  ]);
  return { facts, provider, postings, stock, mails };
}

async function openAndDiscarded(system: WatchedSystem): Promise<ParkedEvent[]> {
  const filter = { states: ['parked', 'waiting', 'discarded'] as const, service: '', type: '' };
  const all: ParkedEvent[] = [];
  let pageToken: string | null = '';
  while (pageToken !== null) {
    const page: { items: ParkedEvent[]; nextPageToken: string | null } = await system.deadLetters(
      filter,
      200,
      pageToken,
    );
    all.push(...page.items);
    pageToken = page.nextPageToken;
  }
  return all;
}

async function findLost(
  history: EventHistory,
  messaging: SystemPicture['messaging'],
): Promise<SystemPicture['notInLog']> {
  const lists = await Promise.all(
    messaging.map(async ({ service, recentlyPublished }) => {
      const missing = await history.missing(recentlyPublished);
      if (missing.length === 0) return [];
      await pause(COPYING);
      const ids = await history.missing(recentlyPublished.filter(({ id }) => missing.includes(id)));
      return ids.map((eventId) => ({ service, eventId }));
    }),
  );
  return lists.flat();
}

async function findDropped(
  system: WatchedSystem,
  history: EventHistory,
  messaging: SystemPicture['messaging'],
  at: number,
): Promise<SystemPicture['dropped']> {
  const lists = await Promise.all(
    messaging.map(async ({ service, listensTo }) => {
      const sample = await history.sample(listensTo, at - SAMPLED, at - LATE);
      const types = new Map(sample.map(({ id, type }) => [id, type]));
      const unhandled = await system.unhandled(service, [...types.keys()]);
      return unhandled.map((eventId) => ({ service, eventId, type: types.get(eventId)! }));
    }),
  );
  return lists.flat();
}
