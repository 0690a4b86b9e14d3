import { violation, type Snapshot, type Violation } from './snapshot.ts';

const KIND_OF: Readonly<Record<string, string>> = {
  'tradewind.order.v1.order-confirmed': 'order-confirmed',
  'tradewind.order.v1.order-rejected': 'order-rejected',
  'tradewind.order.v1.order-cancelled': 'order-cancelled',
  'tradewind.payment.v1.payment-refunded': 'payment-refunded',
};

/** The total queue of mail: one for each fact that a shopper must know, none twice, none without a fact. */
export function checkMail({ outbox, mails }: Snapshot): Violation[] {
  const expected = new Set(
    outbox.flatMap(({ type, key }) => (KIND_OF[type] ? [`${key} ${KIND_OF[type]}`] : [])),
  );
  const found = Map.groupBy(mails, ({ orderId, kind }) => `${orderId} ${kind}`);
  return [
    ...[...expected]
      .filter((it) => !found.has(it))
      .map((it) => violation('I7', it, 'this mail was never sent')),
    ...[...found.keys()]
      .filter((it) => !expected.has(it))
      .map((it) => violation('I7', it, 'nothing happened that this mail tells')),
    ...[...found]
      .filter(([, own]) => own.length > 1)
      .map(([it, own]) => violation('I7', it, `this mail was sent ${own.length} times`)),
  ];
}

/** The cart tells that an order left it once for each order: had it been emptied twice, it would have told it twice. */
export function checkCarts({ outbox }: Snapshot): Violation[] {
  const told = Map.groupBy(
    outbox.filter(({ type }) => type === 'tradewind.cart.v1.cart-checked-out'),
    ({ data }) => String(data['orderId']),
  );
  return [...told]
    .filter(([, own]) => own.length > 1)
    .map(([id, own]) => violation('I6', id, `was taken out of its cart ${own.length} times`));
}
