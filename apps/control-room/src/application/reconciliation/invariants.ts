import type { StockReport } from '@tradewind/contracts/inventory/v1/inventory';
import type { OrderFact } from '@tradewind/contracts/order/v1/saga_operations';
import type { LedgerPosting } from '@tradewind/contracts/payment/v1/payment';
import type { ProviderEntry } from '../ports/watched-system.ts';

/** One picture of everything, taken at about the same time. */
export interface Picture {
  /** Milliseconds since 1970. */
  at: number;
  facts: OrderFact[];
  provider: ProviderEntry[];
  postings: LedgerPosting[];
  stock: StockReport;
  mails: { orderId: string; kind: string }[];
}

export interface Difference {
  subject: string;
  expected: string;
  found: string;
}

export interface Invariant {
  id: string;
  title: string;
  check(picture: Picture): Difference[];
}

/** Milliseconds for what follows an order by events, and after which an order must have come to rest. */
const SETTLING = 10_000;
const DEADLINE = 120_000;

const MAIL_OF: Record<string, string> = {
  confirmed: 'order-confirmed',
  rejected: 'order-rejected',
  cancelled: 'order-cancelled',
};

/** What must always be true of a shop whose parts never share a transaction. Each is a pure check of a picture. */
export const invariants: Invariant[] = [
  { id: 'I1', title: 'Money at the provider is what confirmed orders are worth', check: moneyAgrees },
  { id: 'I2', title: 'No order is charged twice', check: chargedOnce },
  { id: 'I3', title: 'Stock adds up', check: stockAddsUp },
  { id: 'I4', title: 'Nothing is stuck', check: nothingStuck },
  {
    id: 'I5',
    title: 'Confirmed means that goods and money moved; rejected that they did not',
    check: allOrNothing,
  },
  { id: 'I7', title: 'One mail for each outcome', check: oneMailEach },
];

/** Orders that nobody works on any more and whose effects have had their time. */
function atRest({ facts, at }: Picture): OrderFact[] {
  return facts.filter((fact) => fact.sagaState === 'done' && at - Date.parse(fact.placedAt) > SETTLING);
}

function netAtProvider(provider: readonly ProviderEntry[]): Map<string, number> {
  const net = new Map<string, number>();
  for (const { orderId, kind, amount } of provider) {
    const sign = kind === 'capture' ? 1 : kind === 'refund' ? -1 : 0;
    net.set(orderId, (net.get(orderId) ?? 0) + sign * amount);
  }
  return net;
}

function moneyAgrees(picture: Picture): Difference[] {
  const net = netAtProvider(picture.provider);
  const ledger = new Map<string, number>();
  for (const { key, account, amount } of picture.postings) {
    // A refund is booked against its own account, so that revenue stays what was sold.
    if (account === 'revenue' || account === 'refunds') ledger.set(key, (ledger.get(key) ?? 0) - amount);
  }
  return atRest(picture).flatMap(({ orderId, status, amount }) => {
    const expected = status === 'confirmed' || status === 'shipped' ? amount : 0;
    const found = { provider: net.get(orderId) ?? 0, ledger: ledger.get(orderId) ?? 0 };
    const agrees = found.provider === expected && found.ledger === expected;
    return agrees ? [] : [{ subject: orderId, expected: String(expected), found: JSON.stringify(found) }];
  });
}

function chargedOnce({ provider }: Picture): Difference[] {
  const captures = Map.groupBy(
    provider.filter((entry) => entry.kind === 'capture'),
    (entry) => entry.orderId,
  );
  return [...captures]
    .filter(([, entries]) => entries.length > 1)
    .map(([orderId, entries]) => ({
      subject: orderId,
      expected: '1 capture',
      found: `${entries.length} captures`,
    }));
}

function stockAddsUp({ stock }: Picture): Difference[] {
  return stock.differences.map(({ productId, rule, detail }) => ({
    subject: productId,
    expected: rule,
    found: detail,
  }));
}

function nothingStuck({ facts, stock, at }: Picture): Difference[] {
  const stuck = facts
    .filter(
      ({ sagaState, placedAt }) =>
        sagaState !== 'done' && sagaState !== 'parked' && at - Date.parse(placedAt) > DEADLINE,
    )
    .map(({ orderId, sagaState }) => ({ subject: orderId, expected: 'at rest', found: sagaState }));
  const live = new Set(facts.filter(({ sagaState }) => sagaState !== 'done').map(({ orderId }) => orderId));
  const orphans = stock.openReservations
    .filter(({ key, reservedAt }) => !live.has(key) && at - Date.parse(reservedAt) > SETTLING)
    .map(({ key }) => ({
      subject: key,
      expected: 'no reservation without a saga',
      found: 'open reservation',
    }));
  return [...stuck, ...orphans];
}

function allOrNothing(picture: Picture): Difference[] {
  const committed = new Set(picture.stock.committedKeys);
  const net = netAtProvider(picture.provider);
  return atRest(picture).flatMap(({ orderId, status }) => {
    const goods = committed.has(orderId);
    const money = (net.get(orderId) ?? 0) > 0;
    if (status === 'confirmed' || status === 'shipped') {
      return goods && money
        ? []
        : [{ subject: orderId, expected: 'goods and money moved', found: JSON.stringify({ goods, money }) }];
    }
    return money
      ? [{ subject: orderId, expected: `${status}: no money kept`, found: 'captured and not refunded' }]
      : [];
  });
}

function oneMailEach(picture: Picture): Difference[] {
  const counts = new Map<string, number>();
  for (const { orderId, kind } of picture.mails)
    counts.set(`${orderId} ${kind}`, (counts.get(`${orderId} ${kind}`) ?? 0) + 1);
  return atRest(picture).flatMap(({ orderId, status }) => {
    const kind = MAIL_OF[status];
    const found = kind ? (counts.get(`${orderId} ${kind}`) ?? 0) : 1;
    return found === 1 ? [] : [{ subject: orderId, expected: `1 mail ${kind}`, found: `${found} mails` }];
  });
}
