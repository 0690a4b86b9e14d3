import type { History } from '../src/shoppers/history.ts';
import type { Listeners } from '../src/checkers/events.ts';
import type { Snapshot } from '../src/checkers/snapshot.ts';

export const CONFIRMED = 'tradewind.order.v1.order-confirmed';
export const REJECTED = 'tradewind.order.v1.order-rejected';
const PLACED = 'tradewind.order.v1.order-placed';
const LEVEL = 'tradewind.inventory.v1.stock-level-changed';

/** For specs: a small system in which everything agrees. Order `a` is confirmed, `b` rejected. */
export function consistentSnapshot(): Snapshot {
  const lines = [
    { productId: 'p1', quantity: 2 },
    { productId: 'p2', quantity: 1 },
  ];
  const stored = (service: string, id: string, key: string, type: string, data = {}) => ({
    ...{ service, id, key, type, published: true, data },
  });
  const outbox = [
    stored('inventory', 'e1', 'p1', LEVEL, { productId: 'p1', available: 8, version: 2 }),
    stored('cart', 'e6', 'c1', 'tradewind.cart.v1.cart-checked-out', { orderId: 'a' }),
    stored('order', 'e2', 'a', PLACED),
    stored('order', 'e3', 'a', CONFIRMED, { lines }),
    stored('order', 'e4', 'b', PLACED),
    stored('order', 'e5', 'b', REJECTED),
  ];
  const done = (sagaId: string, step: string, direction = 'run') => ({
    ...{ sagaId, step, direction, outcome: 'succeeded', attempt: 1 },
  });
  return {
    orders: [
      { id: 'a', shopperId: 's1', email: 'a@x', status: 'confirmed', total: 900, lines },
      { id: 'b', shopperId: 's2', email: 'b@x', status: 'rejected', total: 500, lines: [lines[0]!] },
    ],
    keys: [
      { shopperId: 's1', key: 'k1', orderId: 'a' },
      { shopperId: 's2', key: 'k2', orderId: 'b' },
    ],
    sagas: ['a', 'b'].map((id) => ({ id, orderId: id, definition: 'place-order', state: 'done' })),
    journal: [
      ...['open-order', 'reserve-stock', 'authorize-payment', 'capture-payment'].map((step) =>
        done('a', step),
      ),
      done('b', 'reserve-stock'),
      done('b', 'release-stock', 'undo'),
    ],
    outbox,
    log: outbox.map(({ id, key, type, data }) => ({
      ...{ id, key, type, data },
      topic: type.split('.').slice(0, 2).join('.'),
    })),
    inbox: [
      { service: 'notification', eventId: 'e3' },
      { service: 'notification', eventId: 'e5' },
    ],
    letters: [],
    mails: [
      { orderId: 'a', kind: 'order-confirmed' },
      { orderId: 'b', kind: 'order-rejected' },
    ],
    provider: [
      { orderId: 'a', kind: 'authorization', amount: 900 },
      { orderId: 'a', kind: 'capture', amount: 900 },
    ],
    charges: [{ orderId: 'a', status: 'captured' }],
    postings: [
      { orderId: 'a', account: 'provider', amount: 900 },
      { orderId: 'a', account: 'revenue', amount: -900 },
    ],
    stock: [
      { productId: 'p1', onHand: 8, reserved: 0, supplied: 10, committed: 2 },
      { productId: 'p2', onHand: 9, reserved: 0, supplied: 10, committed: 1 },
    ],
    reservations: [
      { orderId: 'a', state: 'committed', lines },
      { orderId: 'b', state: 'released', lines: [lines[0]!] },
    ],
    levels: [{ productId: 'p1', available: 8, version: 2, shown: 8 }],
    pairs: [
      { productId: 'p1', otherId: 'p2', times: 1 },
      { productId: 'p2', otherId: 'p1', times: 1 },
    ],
    webhooksOnTheirWay: 0,
  };
}

export const consistentHistory = (): History => ({
  answers: [
    {
      email: 'a@x',
      key: 'k1',
      token: 'tok_ok',
      status: 202,
      orderId: 'a',
      state: 'pending',
      code: undefined,
    },
    {
      email: 'b@x',
      key: 'k2',
      token: 'tok_declined',
      status: 201,
      orderId: 'b',
      state: 'rejected',
      code: undefined,
    },
  ],
  cancellations: [],
});

export const listeners: Listeners = new Map([['notification', new Set([CONFIRMED, REJECTED])]]);
