import type { Database } from '@tradewind/database';
import { boundsOf, type KeyRange } from '@tradewind/kernel';
import type { StockReportData } from '../application/ports/stock-store.ts';

const SUMS = `select coalesce(sum(on_hand), 0)::float8 as "totalOnHand", coalesce(sum(reserved), 0)::float8 as "totalReserved",
  coalesce(sum(committed), 0)::float8 as "totalCommitted" from stock`;

// Reserved must be the sum of the open reservations of the product.
const DIFFERENCES = `with open as (
    select (l ->> 'productId')::uuid as product_id, sum((l ->> 'quantity')::int) as quantity
    from reservation r, jsonb_array_elements(r.lines) l where r.state = 'reserved' group by 1
  )
  select coalesce(s.product_id, o.product_id) as "productId", 'reserved equals open reservations' as rule,
    format('reserved %s, open reservations %s', coalesce(s.reserved, 0), coalesce(o.quantity, 0)) as detail
  from stock s full join open o using (product_id)
  where coalesce(s.reserved, 0) <> coalesce(o.quantity, 0) limit $1`;
const OPEN = `select key, created_at as "reservedAt" from reservation where state = 'reserved'
  and key > $2 and key <= $3 order by created_at limit $1`;
const COMMITTED = `select key from reservation where state = 'committed' and key > $1 and key <= $2`;

/**
 * One consistent picture: all reads are of the same snapshot.
 * @param keys whose reservations are listed; sums are of all
 */
export function readReport(database: Database, limit: number, keys: KeyRange): Promise<StockReportData> {
  return database.transaction(async (sql) => {
    await sql.query('report.snapshot', 'set transaction isolation level repeatable read, read only');
    const [sums] = await sql.query<Pick<StockReportData, 'totalOnHand' | 'totalReserved' | 'totalCommitted'>>(
      'report.sums',
      SUMS,
    );
    const differences = await sql.query<StockReportData['differences'][0]>(
      'report.differences',
      DIFFERENCES,
      [limit],
    );
    const open = await sql.query<StockReportData['openReservations'][0]>('report.open', OPEN, [
      limit,
      ...boundsOf(keys),
    ]);
    const committed = await sql.query<{ key: string }>('report.committed', COMMITTED, boundsOf(keys));
    return { ...sums!, differences, openReservations: open, committedKeys: committed.map((row) => row.key) };
  });
}
