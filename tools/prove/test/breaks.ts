import type { Snapshot } from '../src/checkers/snapshot.ts';
import type { History } from '../src/shoppers/history.ts';

export type Break = (snapshot: Snapshot, history: History) => unknown;

const remove = <Item>(list: Item[], which: (item: Item) => boolean): void =>
  void list.splice(list.findIndex(which), 1);

/** What is broken → the violation that must be among those that are found. */
export const breaks: [what: string, breakIt: Break, expected: RegExp][] = [
  ['money that was never taken', ({ provider }) => provider.pop(), /^I1 a .*provider holds 0/],
  ['a ledger that says less', ({ postings }) => (postings.length = 0), /^I1 a .*ledger holds 0/],
  ['postings that do not balance', ({ postings }) => postings.shift(), /^I1 a its postings sum up to -900/],
  [
    'a charge of nobody',
    ({ provider }) => provider.push({ orderId: 'x', kind: 'capture', amount: 1 }),
    /^I1 x/,
  ],
  ['a second capture', ({ provider }) => provider.push(provider[1]!), /^I2 a was charged 2 times/],
  [
    'money held for a rejected order',
    ({ charges }) => charges.push({ orderId: 'b', status: 'authorized' }),
    /^I4 b/,
  ],
  ['stock that vanished', ({ stock }) => (stock[0]!.onHand = 7), /^I3 p1 10 came, 7 are here/],
  ['more reserved than there is', ({ stock }) => (stock[0]!.reserved = 9), /^I3 p1 9 of 8 are reserved/],
  [
    'sold more than left',
    ({ stock }) => Object.assign(stock[1]!, { committed: 0, onHand: 10 }),
    /^I3 p2 0 left, 1 sold/,
  ],
  [
    'a reservation of nobody',
    ({ reservations }) => reservations.push({ orderId: 'x', state: 'released', lines: [] }),
    /^I3 x/,
  ],
  [
    'a reservation that stays',
    ({ reservations }) => (reservations[1]!.state = 'reserved'),
    /^I4 b is rejected/,
  ],
  [
    'stock that was never released, and expired',
    ({ reservations }) => (reservations[1]!.state = 'expired'),
    /^I5 b is rejected, and its stock was never released/,
  ],
  [
    'confirmed without goods',
    ({ reservations }) => (reservations[0]!.state = 'released'),
    /^I5 a is confirmed/,
  ],
  [
    'other goods',
    ({ reservations }) => (reservations[0]!.lines = [{ productId: 'p1', quantity: 3 }]),
    /^I5 a other goods/,
  ],
  ['an event that was lost', ({ log }) => remove(log, ({ id }) => id === 'e5'), /^I6 e5 .*is not in the log/],
  [
    'an event that nobody committed',
    ({ outbox }) => remove(outbox, ({ id }) => id === 'e5'),
    /^I6 e5 .*nobody committed it/,
  ],
  [
    'an event that is still to be published',
    ({ outbox }) => (outbox[2]!.published = false),
    /^I6 e2 .*still waits/,
  ],
  ['events of one order in another order', ({ log }) => log.reverse(), /^I6 tradewind.order a its events/],
  ['an event that nobody handled', ({ inbox }) => inbox.pop(), /^I6 e5 .*never reached notification/],
  [
    'a cart emptied twice',
    ({ outbox, log }) => {
      outbox.push({ ...outbox[1]!, id: 'e7' });
      log.push({ ...log[1]!, id: 'e7' });
    },
    /^I6 a was taken out of its cart 2 times/,
  ],
  [
    'a dead letter',
    ({ letters }) => letters.push({ service: 'cart', eventId: 'e3', state: 'parked', code: 'X' }),
    /^I10 e3/,
  ],
  ['a mail that was not sent', ({ mails }) => mails.pop(), /^I7 b order-rejected this mail was never sent/],
  [
    'a mail sent twice',
    ({ mails }) => mails.push(mails[0]!),
    /^I7 a order-confirmed this mail was sent 2 times/,
  ],
  [
    'a mail without a reason',
    ({ mails }) => mails.push({ orderId: 'a', kind: 'order-cancelled' }),
    /^I7 a order-cancelled nothing happened/,
  ],
  [
    'a status that its events do not tell',
    ({ orders }) => (orders[1]!.status = 'cancelled'),
    /^I8 b is cancelled, its events say rejected/,
  ],
  ['a stock level that was missed', ({ levels }) => (levels[0]!.available = 9), /^I8 p1/],
  ['a stock level that is not shown', ({ levels }) => (levels[0]!.shown = 9), /^I8 p1 shows 9/],
  [
    'a pair counted twice',
    ({ pairs }) => (pairs[0]!.times = 2),
    /^I8 p1 p2 counted 2 times together, bought 1/,
  ],
  ['a pair of nobody', ({ pairs }) => pairs.push({ productId: 'p1', otherId: 'p9', times: 1 }), /^I8 p1 p9/],
  [
    'two orders of one request',
    ({ orders }) => (orders[1]!.email = 'a@x'),
    /^I9 a@x one request made several orders/,
  ],
  ['two keys of one order', ({ keys }) => (keys[1]!.orderId = 'a'), /^I9 a one order has several keys/],
  [
    'two answers to one key',
    (_s, { answers }) => answers.push({ ...answers[1]!, key: 'k1' }),
    /^I9 k1 was answered with 2 orders/,
  ],
  [
    'an order that was told and is gone',
    (_s, { answers }) => (answers[0]!.orderId = 'x'),
    /^I9 x was told .* does not exist/,
  ],
  [
    "somebody else's order",
    (_s, { answers }) => (answers[0]!.email = 'b@x'),
    /^I9 a belongs to somebody else/,
  ],
  [
    'a word that was not kept',
    (_s, { answers }) => (answers[1]!.state = 'confirmed'),
    /^I9 b was told as confirmed and is rejected/,
  ],
  [
    'a declined card that bought',
    (_s, { answers }) => (answers[0]!.token = 'tok_declined'),
    /^I5 a was paid by tok_declined/,
  ],
  [
    'a cancellation without effect',
    (_s, { cancellations }) => cancellations.push({ orderId: 'b' }),
    /^I5 b its cancellation was accepted/,
  ],
  ['an order that stays pending', ({ orders }) => (orders[1]!.status = 'pending'), /^I4 b is still pending/],
  [
    'a saga that never ends',
    ({ sagas }) => (sagas[1]!.state = 'parked'),
    /^I4 b its saga place-order is parked/,
  ],
  [
    'a step done twice',
    ({ journal }) => journal.push(journal[1]!),
    /^I5 a its journal .*run reserve-stock was done twice/,
  ],
  [
    'forward after it had turned back',
    ({ journal }) => journal.push({ ...journal[0]!, sagaId: 'b' }),
    /^I5 b its journal .*went forward/,
  ],
  ['webhooks that nobody took', (snapshot) => (snapshot.webhooksOnTheirWay = 3), /^I4 webhooks 3/],
];
