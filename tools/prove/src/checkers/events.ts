import { violation, type Snapshot, type Violation } from './snapshot.ts';

/** Who listens to what. */
export type Listeners = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The total queue: what was put in comes out, at least once, in order for each aggregate; and nothing else comes out.
 * Source: the "total-queue" checker of Jepsen.
 * @param poison ids of events that were put into the log on purpose, past every outbox
 */
export function checkEvents(
  snapshot: Snapshot,
  listeners: Listeners,
  poison: ReadonlySet<string>,
): Violation[] {
  const logged = new Map(snapshot.log.map((it) => [it.id, it]));
  const stored = new Set(snapshot.outbox.map(({ id }) => id));
  const lost = snapshot.outbox.filter(({ id }) => !logged.has(id));
  const unexpected = [...logged.values()].filter(({ id }) => !stored.has(id) && !poison.has(id));
  return [
    ...lost.map(({ id, type, service }) =>
      violation('I6', id, `${type} of ${service} was committed and is not in the log`),
    ),
    ...unexpected.map(({ id, type }) =>
      violation('I6', id, `${type} is in the log, and nobody committed it`),
    ),
    ...snapshot.outbox
      .filter(({ id, published }) => !published && logged.has(id))
      .map(({ id, type }) => violation('I6', id, `${type} is in the log and still waits to be published`)),
    ...checkOrder(snapshot),
    ...checkDelivery(snapshot, listeners),
    ...checkLetters(snapshot, poison),
  ];
}

/**
 * Two mails about one order are written by transactions that lock nothing in common: neither is before the other. All other
 * aggregates are locked, or have a version, by whoever writes their events.
 */
const WITHOUT_ORDER = new Set(['tradewind.notification.v1.notification-sent']);

/** First appearances in the log, aggregate by aggregate, are in the order in which they were committed. */
function checkOrder({ outbox, log }: Snapshot): Violation[] {
  const committedIds = new Set(outbox.map(({ id }) => id));
  const firsts = [...new Map(log.toReversed().map((it, index) => [it.id, { it, index }])).values()]
    .filter(({ it }) => committedIds.has(it.id))
    .sort((left, right) => right.index - left.index)
    .map(({ it }) => it);
  const published = new Set(firsts.map(({ id }) => id));
  const inLog = Map.groupBy(firsts, (it) => `${it.topic} ${it.key}`);
  const topicOf = (type: string): string => type.split('.').slice(0, 2).join('.');
  const ordered = outbox.filter(({ type }) => !WITHOUT_ORDER.has(type));
  const committed = Map.groupBy(ordered, (it) => `${topicOf(it.type)} ${it.key}`);
  return [...committed].flatMap(([aggregate, events]) => {
    const expected = events.map(({ id }) => id).filter((id) => published.has(id));
    const found = (inLog.get(aggregate) ?? []).map(({ id }) => id);
    return expected.join() === found.join()
      ? []
      : [violation('I6', aggregate, 'its events are in the log in another order than they were committed')];
  });
}

function checkDelivery({ log, inbox, letters }: Snapshot, listeners: Listeners): Violation[] {
  const taken = new Set([...inbox, ...letters].map(({ service, eventId }) => `${service} ${eventId}`));
  return [...listeners].flatMap(([service, types]) =>
    log
      .filter(({ id, type }) => types.has(type) && !taken.has(`${service} ${id}`))
      .map(({ id, type }) => violation('I6', id, `${type} never reached ${service}`)),
  );
}

/** A dead letter is no loss, but here only what was poisoned may become one. */
function checkLetters({ letters }: Snapshot, poison: ReadonlySet<string>): Violation[] {
  return letters
    .filter(({ state, eventId }) => state !== 'replayed' && state !== 'discarded' && !poison.has(eventId))
    .map(({ service, eventId, code }) =>
      violation('I10', eventId, `waits as a dead letter of ${service}: ${code}`),
    );
}
