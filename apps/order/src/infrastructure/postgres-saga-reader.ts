import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '@tradewind/database';
import { toRecord, type JournalEntry, type SagaRow, type SagaStatus } from '@tradewind/saga';
import { DATABASE } from '@tradewind/service-defaults';
import { KEY_LIFETIME } from '../application/ports/answer-store.ts';
import {
  SagaReader,
  type OrderFact,
  type SagaPage,
  type SagaView,
} from '../application/ports/saga-reader.ts';
import type { OrderSagaData } from '../application/sagas/order-saga-data.ts';
import type { OrderStatus } from '../domain/order.ts';

interface Row extends SagaRow<OrderSagaData> {
  started_at: Date;
  updated_at: Date;
  status: OrderStatus;
  trace_id: string;
}

interface JournalRow {
  sequence: string;
  at: Date;
  step: string;
  direction: JournalEntry['direction'];
  outcome: JournalEntry['outcome'];
  attempt: number;
  duration_ms: number | null;
  error_code: string | null;
  error_message: string | null;
  detail: Record<string, unknown> | null;
}

interface FactRow extends Omit<OrderFact, 'placedAt' | 'keys'> {
  placedAt: Date;
  keys: number | null;
}

const SAGAS = 'select s.*, o.status, o.trace_id from saga s join orders o on o.id = s.subject_id';
const LIST = `${SAGAS} where ($1::text is null or s.state = $1) and ($2::uuid is null or s.id < $2::uuid)
  order by s.id desc limit $3`;
const NEWEST = `${SAGAS} where s.subject_id = $1 order by s.id desc limit 1`;
const JOURNAL = `select j.* from saga s join saga_journal j on j.saga_id = s.id where s.subject_id = $1 order by j.sequence`;
// Nine tenths of the time: the clock that dated the order may be off.
const YOUNG = `o.placed_at > now() - $3::float8 * 0.9 * interval '1 ms'`;
const FACTS = `select o.id as "orderId", o.status, o.total::float8 as amount, o.currency, o.placed_at as "placedAt", o.trace_id as "traceId",
    (select s.state from saga s where s.subject_id = o.id order by s.id desc limit 1) as "sagaState",
    case when ${YOUNG} then (select count(*)::int from idempotency i where i.order_id = o.id) end as keys
  from orders o where ($1::uuid is null or o.id > $1::uuid) order by o.id limit $2`;

@Injectable()
export class PostgresSagaReader extends SagaReader {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(KEY_LIFETIME) private readonly keyLifetime: number,
  ) {
    super();
  }

  async list(state: SagaStatus | undefined, pageSize: number, pageToken: string): Promise<SagaPage> {
    const values = [state ?? null, pageToken || null, pageSize + 1];
    const rows = await this.database.query<Row>('saga.list', LIST, values);
    const page = rows.slice(0, pageSize);
    const nextPageToken = rows.length > pageSize ? page.at(-1)!.id : '';
    return { sagas: page.map((row) => toView(row, [])), nextPageToken };
  }

  async ofOrder(orderId: string): Promise<SagaView | undefined> {
    const [row] = await this.database.query<Row>('saga.newest', NEWEST, [orderId]);
    if (!row) return undefined;
    return toView(row, await this.database.query<JournalRow>('saga.journal', JOURNAL, [orderId]));
  }

  async facts(pageSize: number, pageToken: string): Promise<{ facts: OrderFact[]; nextPageToken: string }> {
    const values = [pageToken || null, pageSize, this.keyLifetime];
    const rows = await this.database.query<FactRow>('order.facts', FACTS, values);
    const facts = rows.map((row) => ({
      ...row,
      placedAt: row.placedAt.toISOString(),
      keys: row.keys ?? undefined,
    }));
    return { facts, nextPageToken: facts.length === pageSize ? facts.at(-1)!.orderId : '' };
  }
}

function toView(row: Row, journal: JournalRow[]): SagaView {
  return {
    record: toRecord(row),
    startedAt: row.started_at,
    updatedAt: row.updated_at,
    traceId: row.trace_id,
    journal: journal.map(toEntry),
  };
}

function toEntry(row: JournalRow): SagaView['journal'][0] {
  const { step, direction, outcome, attempt, detail } = row;
  return {
    sequence: Number(row.sequence),
    at: row.at.toISOString(),
    ...{ step, direction, outcome, attempt, detail },
    durationMs: row.duration_ms,
    error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
  };
}
