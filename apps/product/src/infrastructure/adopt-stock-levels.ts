import type { Transaction } from '@tradewind/database';

/**
 * Before rebuilt levels take the place of the old ones: a product of which no level was heard yet keeps the row that its
 * creation has made, and every product shows its rebuilt level.
 */
export async function adoptStockLevels(sql: Transaction, shadow: string): Promise<void> {
  await sql.query(
    `stock-level.carry-over.${shadow}`,
    `insert into ${shadow}.stock_level (product_id) select product_id from public.stock_level on conflict do nothing`,
  );
  await sql.query(
    `stock-level.show-all.${shadow}`,
    `update public.product p set available = s.available from ${shadow}.stock_level s
      where p.id = s.product_id and p.available <> s.available`,
  );
}
