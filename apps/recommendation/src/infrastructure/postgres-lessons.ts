import type { Transaction } from '@tradewind/database';
import { Lessons, type ProductCopy } from '../application/ports/purchase-knowledge.ts';
import { pairsOf } from '../domain/recommendations.ts';

// In the order of the keys: two batches at the same time cannot wait for each other.
const COUNT = `insert into co_purchase as c (product_id, other_id, times)
  select product_id, other_id, count(*) from unnest($1::uuid[], $2::uuid[]) as pair(product_id, other_id)
  group by 1, 2 order by 1, 2
  on conflict (product_id, other_id) do update set times = c.times + excluded.times`;

const COPY = `insert into product_copy as p (id, category, price, tags, version)
  select distinct on (id) id, category, price, tags, version
  from jsonb_to_recordset($1::jsonb) as c(id uuid, category text, price bigint, tags text[], version bigint)
  order by id, version desc
  on conflict (id) do update set category = excluded.category, price = excluded.price, tags = excluded.tags,
    version = excluded.version
  where p.version < excluded.version`;

/** Gathers what a batch of events teaches and stores it in its transaction, with one statement for all of a kind. */
export class PostgresLessons extends Lessons {
  private readonly pairs: [string, string][] = [];
  private readonly copies: ProductCopy[] = [];

  bought(productIds: readonly string[]): void {
    this.pairs.push(...pairsOf(productIds));
  }

  product(copy: ProductCopy): void {
    this.copies.push(copy);
  }

  async store(sql: Transaction): Promise<void> {
    const { pairs, copies } = this;
    if (pairs.length > 0) {
      const columns = [pairs.map(([left]) => left), pairs.map(([, right]) => right)];
      await sql.query('recommendation.count', COUNT, columns);
    }
    if (copies.length > 0) await sql.query('recommendation.copy', COPY, [JSON.stringify(copies)]);
  }
}
