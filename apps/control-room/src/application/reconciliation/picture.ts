import type { StockReport } from '@tradewind/contracts/inventory/v1/inventory';
import type { OrderFact } from '@tradewind/contracts/order/v1/saga_operations';
import type { LedgerPosting } from '@tradewind/contracts/payment/v1/payment';
import type {
  MessagingReport,
  ParkedEvent,
  ProviderEntry,
  TracedEvent,
  WatchedReadModel,
} from '../ports/watched-system.ts';

/** What everybody says of some orders, taken at about the same time. */
export interface OrdersPicture {
  facts: OrderFact[];
  provider: ProviderEntry[];
  postings: LedgerPosting[];
  stock: StockReport;
  mails: { orderId: string; kind: string; at: string }[];
}

/** What does not belong to a single order. */
export interface SystemPicture {
  /** Milliseconds since 1970. */
  at: number;
  messaging: MessagingReport[];
  /** Parked, waiting and discarded ones. */
  letters: ParkedEvent[];
  /** Published events that the log does not have. */
  notInLog: { service: string; eventId: string }[];
  /** Events of the log that a listening service neither handled nor keeps as a letter. */
  dropped: { service: string; eventId: string; type: string }[];
  readModels: WatchedReadModel[];
  /** Events that the placing of an order makes, of the last minutes. */
  traced: TracedEvent[];
}

export type Picture = SystemPicture & OrdersPicture;

export interface Difference {
  subject: string;
  expected: string;
  found: string;
}

export interface Invariant {
  id: string;
  title: string;
  /** Checked for each slice of the orders, or once. */
  of: 'orders' | 'system';
  check(picture: Picture): Difference[];
}

/** Milliseconds for what follows an order by events, and after which an order must have come to rest. */
export const SETTLING = 10_000;
export const DEADLINE = 120_000;

/** Orders that nobody works on any more and whose effects have had their time. */
export function atRest({ facts, at }: Picture): OrderFact[] {
  return facts.filter((fact) => fact.sagaState === 'done' && at - Date.parse(fact.placedAt) > SETTLING);
}

/** What the provider has kept of each order's money. */
export function netAtProvider(provider: readonly ProviderEntry[]): Map<string, number> {
  const net = new Map<string, number>();
  for (const { orderId, kind, amount } of provider) {
    const sign = kind === 'capture' ? 1 : kind === 'refund' ? -1 : 0;
    net.set(orderId, (net.get(orderId) ?? 0) + sign * amount);
  }
  return net;
}
