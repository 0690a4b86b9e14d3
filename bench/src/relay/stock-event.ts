import { createDatabase } from '@tradewind/database';
import { newEvent, type StoredEvent } from '@tradewind/event-bus';
import { uuidV7 } from '@tradewind/kernel';

export const TYPE = 'tradewind.inventory.v1.stock-level-changed';
/** Products whose events are written: keys, over all partitions. */
const KEYS = 500;

export function stockEvent(number: number): StoredEvent {
  const key = `product-${number % KEYS}`;
  return newEvent(TYPE, key, { productId: key, available: number, version: number });
}

/** Milliseconds on a clock that all processes of this machine share. */
export const sharedNow = (): number => Number(process.hrtime.bigint()) / 1e6;

/** So many events that are committed and not published. */
export async function fillOutbox(url: string, amount: number): Promise<void> {
  const { topic, key, data } = stockEvent(0);
  const database = createDatabase({ url, service: 'bench-fill' });
  const template = { ...(data as object), productId: key };
  const text = `insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at)
    select id, $1, 'product-' || (n % ${KEYS}), $2, $3::jsonb, now() from unnest($4::uuid[]) with ordinality as e(id, n)`;
  for (let left = amount; left > 0; left -= 10_000) {
    const ids = Array.from({ length: Math.min(left, 10_000) }, () => uuidV7());
    await database.query('bench.fill', text, [topic, TYPE, JSON.stringify(template), ids]);
  }
  await database.close();
}
