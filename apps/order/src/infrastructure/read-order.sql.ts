import type { OrderView } from '../application/ports/order-store.ts';
import type { OrderLine, OrderStatus } from '../domain/order.ts';
import { toTimeline } from '../domain/timeline.ts';

interface JournalRow {
  at: string;
  step: string;
  direction: string;
  outcome: string;
  attempt: number;
  errorMessage: string | null;
  decision: string | null;
}

export interface OrderRow {
  id: string;
  shopper_id: string;
  status: OrderStatus;
  reason_code: string | null;
  reason_message: string | null;
  lines: OrderLine[];
  total: string;
  currency: string;
  trace_id: string;
  placed_at: Date;
  journal: JournalRow[] | null;
}

const COLUMNS = `o.id, o.shopper_id, o.status, o.reason_code, o.reason_message, o.lines, o.total, o.currency, o.trace_id,
  o.placed_at, (select jsonb_agg(jsonb_build_object('at', j.at, 'step', j.step, 'direction', j.direction, 'outcome', j.outcome,
    'attempt', j.attempt, 'errorMessage', j.error_message, 'decision', j.detail ->> 'decision') order by j.sequence)
    from saga s join saga_journal j on j.saga_id = s.id where s.subject_id = o.id) as journal`;

export const FIND_ORDER = `select ${COLUMNS} from orders o where o.id = $1 and o.shopper_id = $2`;
export const LIST_ORDERS = `select ${COLUMNS} from orders o
  where o.shopper_id = $1 and ($2::uuid is null or o.id < $2::uuid) order by o.id desc limit $3`;

export function toOrderView(row: OrderRow): OrderView {
  const reason =
    row.reason_code === null ? null : { code: row.reason_code, message: row.reason_message ?? '' };
  return {
    orderId: row.id,
    shopperId: row.shopper_id,
    status: row.status,
    reason,
    lines: row.lines,
    total: { amount: Number(row.total), currency: row.currency },
    placedAt: row.placed_at.toISOString(),
    timeline: toTimeline(
      (row.journal ?? []).map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })),
    ),
    traceId: row.trace_id,
  };
}
