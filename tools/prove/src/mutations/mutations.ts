import { shopper, shoppers } from '../schedule/plain-shopper.ts';
import type { Mutation } from './mutation.ts';

const CONFIRMED = 'tradewind.order.v1.order-confirmed';

/** The five that everything rests on. */
export const mutations: Mutation[] = [
  {
    name: 'outbox',
    what: 'events are published after the commit that marks them, as if there were no outbox',
    apps: ['order'],
    file: 'libs/event-bus/src/relay.ts',
    find: `  if (rows.length > 0) await send(log, rows);
  await turn.end(rows);`,
    replace: `  await turn.end(rows);
  if (rows.length > 0) await send(log, rows);`,
    schedule: {
      seed: 0,
      shoppers: shoppers(4),
      faults: ['order', 'order-2'].map((process) => ({
        ...{ kind: 'kill-at', process, failpoint: `publish:${CONFIRMED}:before` },
        ...{ at: 1, after: 0 },
      })),
    },
    rules: ['I6', 'I7'],
  },
  {
    name: 'inbox',
    what: 'an event that comes again is handled again',
    apps: ['recommendation'],
    file: 'libs/event-bus/src/inbox.ts',
    find: 'return events.filter((event) => fresh.delete(event.id));',
    replace: 'return fresh ? [...events] : [];',
    schedule: {
      seed: 0,
      shoppers: shoppers(3, { products: [0, 1] }),
      faults: [{ kind: 'disturb-events', copies: 3, seed: 1, after: 0 }],
    },
    rules: ['I8'],
  },
  {
    name: 'lease',
    what: 'a worker that lost its lease while it slept may still write',
    apps: ['order'],
    file: 'libs/saga/src/postgres-saga-store.ts',
    find: ' and s.id = n.id and s.fence = n.fence',
    replace: ' and s.id = n.id',
    schedule: {
      seed: 0,
      shoppers: shoppers(8, { token: 'tok_slow' }),
      faults: [{ kind: 'stand-still', process: 'order', after: 1_500, lasts: 6_500 }],
    },
    rules: ['I5'],
  },
  {
    name: 'compensation',
    what: 'what was reserved is not released when the payment is declined',
    apps: ['order'],
    file: 'apps/order/src/application/sagas/place-order.saga.ts',
    find: 'inventory.release(key)',
    replace: 'Promise.resolve(void key)',
    schedule: { seed: 0, shoppers: [shopper({ token: 'tok_declined' })], faults: [] },
    rules: ['I3', 'I4', 'I5'],
  },
  {
    name: 'idempotency',
    what: 'a key that was used is taken for a new one',
    apps: ['order'],
    file: 'apps/order/src/infrastructure/open-order.sql.ts',
    find: 'select shopper_id, key, request_hash,',
    replace: 'select shopper_id, id::text, request_hash,',
    schedule: { seed: 0, shoppers: [shopper({ requests: 50 })], faults: [] },
    rules: ['I9'],
  },
];
