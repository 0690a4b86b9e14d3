import type { History } from '../shoppers/history.ts';
import { violation, type Snapshot, type Violation } from './snapshot.ts';

/** Cards that the provider refuses. */
const NEVER_CONFIRMED = new Set(['tok_declined', 'tok_insufficient_funds', 'tok_unavailable']);
/** What a told state may have become since. */
const MAY_BECOME: Readonly<Record<string, readonly string[]>> = {
  pending: ['confirmed', 'rejected', 'cancelled'],
  confirmed: ['confirmed', 'cancelled'],
  rejected: ['rejected'],
  cancelled: ['cancelled'],
};

/** Shoppers: no key has two orders, what was told is true and stays true, and every order has come to its end. */
export function checkOrders({ orders, keys, sagas }: Snapshot, history: History): Violation[] {
  const byId = new Map(orders.map((order) => [order.id, order]));
  return [
    ...repeated(orders.map(({ email }) => email)).map((it) =>
      violation('I9', it, 'one request made several orders'),
    ),
    ...repeated(keys.map(({ orderId }) => orderId)).map((it) =>
      violation('I9', it, 'one order has several keys'),
    ),
    ...orders
      .filter(({ status }) => status === 'pending')
      .map(({ id }) => violation('I4', id, 'is still pending')),
    ...sagas
      .filter(({ state }) => state !== 'done')
      .map(({ orderId, definition, state }) =>
        violation('I4', orderId, `its saga ${definition} is ${state}`),
      ),
    ...[...Map.groupBy(history.answers, ({ key }) => key)].flatMap(([key, answers]) => {
      const ids = new Set(answers.flatMap(({ orderId }) => orderId ?? []));
      return ids.size > 1 ? [violation('I9', key, `was answered with ${ids.size} orders`)] : [];
    }),
    ...history.answers.flatMap(({ orderId, state, token, email }) => {
      if (!orderId) return [];
      const order = byId.get(orderId);
      if (!order) return [violation('I9', orderId, `was told to a shopper as ${state} and does not exist`)];
      const is = (wrong: boolean, rule: string, text: string): Violation[] =>
        wrong ? [violation(rule, orderId, text)] : [];
      return [
        ...is(order.email !== email, 'I9', 'belongs to somebody else than it was told to'),
        ...is(
          !MAY_BECOME[state ?? '']?.includes(order.status),
          'I9',
          `was told as ${state} and is ${order.status}`,
        ),
        ...is(
          NEVER_CONFIRMED.has(token) && order.status === 'confirmed',
          'I5',
          `was paid by ${token} and is confirmed`,
        ),
      ];
    }),
    ...history.cancellations.flatMap(({ orderId }) => {
      const status = byId.get(orderId)?.status ?? 'gone';
      if (status === 'cancelled') return [];
      return [violation('I5', orderId, `its cancellation was accepted, and it is ${status}`)];
    }),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...Map.groupBy(values, (it) => it)].filter(([, own]) => own.length > 1).map(([it]) => it);
}
