import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '@tradewind/database';
import { DATABASE } from '@tradewind/service-defaults';
import { PurchaseKnowledge } from '../application/ports/purchase-knowledge.ts';

const TOGETHER = `select other_id as id from co_purchase where product_id = $1 order by times desc, other_id limit $2`;

// The fifty neighbours in price on either side are compared; a category may have tens of thousands of products.
const SIMILAR = `with me as (select * from product_copy where id = $1),
  near as (
    (select o.* from me, lateral (select * from product_copy p where p.category = me.category and (p.price, p.id) > (me.price, me.id)
      order by p.price, p.id limit 50) o)
    union all
    (select o.* from me, lateral (select * from product_copy p where p.category = me.category and (p.price, p.id) < (me.price, me.id)
      order by p.price desc, p.id desc limit 50) o)
  )
  select n.id from near n, me
  order by cardinality(array(select unnest(n.tags) intersect select unnest(me.tags))) desc, abs(n.price - me.price), n.id
  limit $2`;

@Injectable()
export class PostgresPurchaseKnowledge extends PurchaseKnowledge {
  constructor(@Inject(DATABASE) private readonly database: Database) {
    super();
  }

  boughtTogether(productId: string, limit: number): Promise<string[]> {
    return this.ids('recommendation.together', TOGETHER, productId, limit);
  }

  similar(productId: string, limit: number): Promise<string[]> {
    return this.ids('recommendation.similar', SIMILAR, productId, limit);
  }

  private async ids(name: string, text: string, productId: string, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(name, text, [productId, limit]);
    return rows.map(({ id }) => id);
  }
}
