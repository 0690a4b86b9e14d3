import { describe, expect, it } from 'vitest';
import { check } from '../src/checkers/check.ts';
import { breaks, type Break } from './breaks.ts';
import { CONFIRMED, consistentHistory, consistentSnapshot, listeners, REJECTED } from './consistent.ts';

function violationsAfter(breakIt: Break, poison: string[] = []): string[] {
  const snapshot = consistentSnapshot();
  const history = consistentHistory();
  breakIt(snapshot, history);
  return check(snapshot, { history, listeners, poison: new Set(poison) }).map(
    ({ rule, subject, text }) => `${rule} ${subject} ${text}`,
  );
}

it('a system in which everything agrees has no violation', () => {
  expect(violationsAfter(() => {})).toEqual([]);
});

describe('the checkers see', () => {
  it.each(breaks)('%s', (_what, breakIt, expected) => {
    expect(violationsAfter(breakIt)).toContainEqual(expect.stringMatching(expected));
  });
});

describe('the checkers allow', () => {
  it('an event that comes twice, and one that was poisoned on purpose', () => {
    const poison = { id: 'x', key: 'x', type: CONFIRMED, topic: 'tradewind.order', data: 'no message' };
    const letter = { service: 'notification', eventId: 'x', state: 'discarded', code: 'EVENT.MALFORMED' };
    const allowed: Break = ({ log, letters }) => {
      log.push({ ...log[2]! }, poison);
      letters.push(letter);
    };
    expect(violationsAfter(allowed, ['x'])).toEqual([]);
    expect(violationsAfter(allowed)).not.toEqual([]);
  });

  it('an order that was confirmed, cancelled and paid back', () => {
    const cancelled: Break = ({ orders, provider, charges, postings, outbox, log, mails, inbox }) => {
      orders[0]!.status = 'cancelled';
      provider.push({ orderId: 'a', kind: 'refund', amount: 900 });
      charges[0]!.status = 'refunded';
      postings.push(
        { orderId: 'a', account: 'refunds', amount: 900 },
        { orderId: 'a', account: 'provider', amount: -900 },
      );
      const event = { id: 'e9', key: 'a', type: REJECTED.replace('rejected', 'cancelled'), data: {} };
      outbox.push({ ...event, service: 'order', published: true });
      log.push({ ...event, topic: 'tradewind.order' });
      mails.push({ orderId: 'a', kind: 'order-cancelled' });
      inbox.push({ service: 'notification', eventId: 'e9' });
    };
    expect(violationsAfter(cancelled)).toEqual([]);
  });
});
