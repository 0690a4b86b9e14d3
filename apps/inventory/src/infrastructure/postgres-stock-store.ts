import { Inject, Injectable } from '@nestjs/common';
import type { KeyRange } from '@tradewind/kernel';
import { createLane, type Database } from '@tradewind/database';
import { newEvent, outboxParameter } from '@tradewind/event-bus';
import { DATABASE, Messaging } from '@tradewind/service-defaults';
import { StockStore, type StockLevel, type StockReportData } from '../application/ports/stock-store.ts';
import type { Reservation, ReservationState, ReserveResult } from '../domain/reservation.ts';
import type { StockLine } from '../domain/stock-line.ts';
import { readReport } from './read-stock-report.ts';

interface ReserveRow {
  key: string;
  kind: ReserveResult['kind'];
  state: ReservationState;
  lines: StockLine[];
  product_ids: string[];
}

interface ReservationRow {
  key: string;
  state: ReservationState;
  lines: StockLine[];
}

/** What a function of the migration takes. The event is made in the trace of its order, before calls share a statement. */
interface Item {
  key: string;
  event: unknown;
}

interface ReserveItem extends Item {
  lines: StockLine[];
  expiresAfter: number;
}

/** The milliseconds that a reservation holds without being committed or released. */
export const RESERVATION_LASTS = Symbol('reservation lasts');

const EXPIRED_AT_ONCE = 50;
const LEVELS = `select product_id as "productId", on_hand as "onHand", reserved from stock where product_id = any($1::uuid[])`;

/** Stock in PostgreSQL. The functions of the migration decide; calls that come together share one statement. */
@Injectable()
export class PostgresStockStore extends StockStore {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly messaging: Messaging,
    @Inject(RESERVATION_LASTS) private readonly expiresAfter: number,
  ) {
    super();
  }

  private readonly reserving = createLane<ReserveItem, ReserveResult>(async (items) => {
    const text = 'select * from reserve_stock($1::jsonb)';
    const rows = await this.call<ReserveRow>('stock.reserve', text, items);
    return inOrder(items, rows, toReserveResult);
  });

  private readonly releasing = createLane<Item, Reservation>(async (items) => {
    const text = 'select * from release_stock($1::jsonb)';
    const rows = await this.call<ReservationRow>('stock.release', text, items);
    return inOrder(items, rows, (row) => row);
  });

  private readonly committing = createLane<Item, Reservation | undefined>(async (items) => {
    const text = 'select * from commit_stock($1::jsonb)';
    const rows = await this.call<ReservationRow>('stock.commit', text, items);
    return inOrder(items, rows, (row) => row);
  });

  reserve(key: string, lines: StockLine[]): Promise<ReserveResult> {
    const event = eventRow('tradewind.inventory.v1.stock-reserved', key, lines);
    return this.reserving({ key, lines, expiresAfter: this.expiresAfter, event });
  }

  release(key: string): Promise<Reservation> {
    return this.releasing({ key, event: eventRow('tradewind.inventory.v1.stock-released', key, []) });
  }

  commit(key: string): Promise<Reservation | undefined> {
    return this.committing({ key, event: eventRow('tradewind.inventory.v1.stock-committed', key, []) });
  }

  async expire(): Promise<number> {
    const [row] = await this.database.query<{ expired: number }>(
      'stock.expire',
      'select expire_reservations($1) as expired',
      [EXPIRED_AT_ONCE],
    );
    if (row!.expired > 0) this.messaging.wake();
    return row!.expired;
  }

  async restock(key: string, lines: StockLine[]): Promise<boolean> {
    const values = [key, JSON.stringify(lines)];
    const [row] = await this.database.query<{ applied: boolean }>(
      'stock.restock',
      'select restock($1, $2::jsonb) as applied',
      values,
    );
    this.messaging.wake();
    return row!.applied;
  }

  levels(productIds: readonly string[]): Promise<StockLevel[]> {
    return this.database.query<StockLevel>('stock.levels', LEVELS, [productIds]);
  }

  report(limit: number, keys: KeyRange): Promise<StockReportData> {
    return readReport(this.database, limit, keys);
  }

  private async call<Row extends object>(name: string, text: string, requests: object[]): Promise<Row[]> {
    const rows = await this.database.query<Row>(name, text, [JSON.stringify(requests)]);
    this.messaging.wake();
    return rows;
  }
}

type StockFact = `tradewind.inventory.v1.stock-${'reserved' | 'released' | 'committed'}`;

/** The outbox row of an event, as the functions of the migration take it. */
function eventRow(type: StockFact, orderId: string, lines: StockLine[]): unknown {
  const [row] = JSON.parse(outboxParameter([newEvent(type, orderId, { orderId, lines })])) as unknown[];
  return row;
}

/** Answers in the order of the items; a key may stand in a batch twice and then gets the same answer twice. */
function inOrder<Row extends { key: string }, Result>(
  items: { key: string }[],
  rows: Row[],
  map: (row: Row) => Result,
): Result[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return items.map(({ key }) => {
    const row = byKey.get(key);
    return (row && map(row)) as Result;
  });
}

function toReserveResult({ key, kind, state, lines, product_ids: productIds }: ReserveRow): ReserveResult {
  if (kind === 'reserved' || kind === 'already') return { kind, reservation: { key, state, lines } };
  return { kind, productIds };
}
