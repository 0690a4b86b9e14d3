/** Everything that all services, the provider and the log hold, as plain data. Amounts in minor units. */
export interface Snapshot {
  orders: OrderRow[];
  keys: { shopperId: string; key: string; orderId: string }[];
  sagas: { id: string; orderId: string; definition: string; state: string }[];
  /** In the order in which it was written. */
  journal: JournalRow[];
  /** In the order of each service's sequence. */
  outbox: OutboxRow[];
  /** In the order of each partition's offsets. */
  log: LogRow[];
  inbox: { service: string; eventId: string }[];
  letters: { service: string; eventId: string; state: string; code: string }[];
  mails: { orderId: string; kind: string }[];
  /** The provider's own ledger and charges. */
  provider: { orderId: string; kind: string; amount: number }[];
  charges: { orderId: string; status: string }[];
  postings: { orderId: string; account: string; amount: number }[];
  stock: StockRow[];
  reservations: { orderId: string; state: string; lines: Line[] }[];
  /** What the product service knows of stock, a read model. */
  levels: { productId: string; available: number; version: number; shown: number | null }[];
  /** Bought together, a read model. */
  pairs: { productId: string; otherId: string; times: number }[];
  /** Webhooks that the merchant has not taken yet. */
  webhooksOnTheirWay: number;
}

export interface Line {
  productId: string;
  quantity: number;
}

interface OrderRow {
  id: string;
  shopperId: string;
  email: string;
  status: string;
  total: number;
  lines: Line[];
}

export interface JournalRow {
  sagaId: string;
  step: string;
  direction: string;
  outcome: string;
  attempt: number;
}

interface OutboxRow {
  service: string;
  id: string;
  key: string;
  type: string;
  published: boolean;
  data: Record<string, unknown>;
}

export interface LogRow {
  id: string;
  key: string;
  type: string;
  topic: string;
  data: unknown;
}

interface StockRow {
  productId: string;
  onHand: number;
  reserved: number;
  supplied: number;
  committed: number;
}

/** What is not as it must be. */
export interface Violation {
  /** Of the list of invariants, such as `I1`. */
  rule: string;
  subject: string;
  text: string;
}

export const violation = (rule: string, subject: string, text: string): Violation => ({
  rule,
  subject,
  text,
});
