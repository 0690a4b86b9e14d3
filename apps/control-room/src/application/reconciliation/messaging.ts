import type { Difference, Picture } from './picture.ts';

/** Seconds that a committed event may take to the log, and that a letter may wait for somebody who is away. */
const OLDEST_UNPUBLISHED = 30;
const OLDEST_WAITING = 15 * 60;
const MOST_UNPUBLISHED = 5_000;
const MOST_WAITING = 1_000;
const MOST_IN_LINE = 100;

/** What was committed is on its way, and what was published is in the log. */
export function eventsArrive({ messaging, notInLog }: Picture): Difference[] {
  const late = messaging
    .filter((it) => it.oldestUnpublishedSeconds > OLDEST_UNPUBLISHED)
    .map((it) => ({
      subject: it.service,
      expected: `published within ${OLDEST_UNPUBLISHED} s`,
      found: `${it.unpublished} events, the oldest for ${Math.round(it.oldestUnpublishedSeconds)} s`,
    }));
  const lost = notInLog.map(({ service, eventId }) => ({
    subject: eventId,
    expected: 'in the log',
    found: `only marked as published by ${service}`,
  }));
  return [...late, ...lost];
}

/** What could not be handled is listed until somebody decides; nothing else is missing. */
export function nothingDropped({ letters, dropped }: Picture): Difference[] {
  const parked = letters
    .filter(({ state }) => state === 'parked')
    .map(({ eventId, service, type, cause }) => ({
      subject: eventId,
      expected: `${type} handled by ${service}`,
      found: `parked: ${cause.code} ${cause.message}`,
    }));
  const gone = dropped.map(({ service, eventId, type }) => ({
    subject: eventId,
    expected: `${type} handled by ${service}, or a letter`,
    found: 'neither',
  }));
  return [...parked, ...gone];
}

/** Nothing grows without end. */
export function bounded({ messaging }: Picture): Difference[] {
  return messaging.flatMap((it) => [
    ...exceeds(it.service, 'unpublished events', it.unpublished, MOST_UNPUBLISHED),
    ...exceeds(it.service, 'waiting letters', it.waitingLetters, MOST_WAITING),
    ...exceeds(it.service, 'seconds that a letter waits', it.oldestWaitingSeconds, OLDEST_WAITING),
    ...exceeds(it.service, 'statements in line for a connection', it.connectionsWaiting, MOST_IN_LINE),
  ]);
}

function exceeds(subject: string, what: string, found: number, bound: number): Difference[] {
  if (found <= bound) return [];
  return [{ subject, expected: `at most ${bound} ${what}`, found: String(Math.round(found)) }];
}

/** As far as it was compared: see the verification of read models. */
export function modelsAreFolds({ readModels }: Picture): Difference[] {
  return readModels.flatMap(({ service, name, job }) => {
    const subject = `${service}/${name}`;
    if (job?.state === 'failed')
      return [{ subject, expected: `a ${job.kind} that ends`, found: job.detail || 'it failed' }];
    if (!job?.compared || job.state !== 'done' || job.differences === 0) return [];
    const found = `${job.differences} rows differ, seen at ${job.finishedAt}`;
    return [{ subject, expected: 'the fold of its events', found }];
  });
}
