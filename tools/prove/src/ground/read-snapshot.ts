import type { Snapshot } from '../checkers/snapshot.ts';
import type { ProvingGround } from './proving-ground.ts';

const OUTBOX = `select id, aggregateid as key, type, published_at is not null as published, payload as data
  from outbox order by sequence`;
const INBOX = 'select event_id as "eventId" from inbox';
const LETTERS = 'select event_id as "eventId", state, cause_code as code from dead_letter';

/** Which services keep what. */
const PUBLISHERS = ['product', 'inventory', 'cart', 'payment', 'order', 'notification'] as const;
export const LISTENERS = ['product', 'cart', 'notification', 'recommendation'] as const;

/** Reads everything, as the databases' superuser: what services would say of themselves is not enough here. */
export async function readSnapshot(ground: ProvingGround): Promise<Snapshot> {
  const { databases } = ground;
  const read = <Row extends object>(database: string, text: string): Promise<Row[]> =>
    databases.rows<Row>(database, text);
  const ofEach = async <Row extends object>(services: readonly string[], text: string) => {
    const lists = await Promise.all(
      services.map(async (service) => ({ service, rows: await read<Row>(service, text) })),
    );
    return lists.flatMap(({ service, rows }) => rows.map((row) => ({ service, ...row })));
  };
  const [webhooks] = await read<{ count: number }>(
    'psp',
    'select count(*)::int as count from webhook where delivered_at is null',
  );
  return {
    orders: await read(
      'order',
      'select id, shopper_id as "shopperId", email, status, total::float8 as total, lines from orders',
    ),
    keys: await read(
      'order',
      'select shopper_id as "shopperId", key, order_id as "orderId" from idempotency',
    ),
    sagas: await read('order', 'select id, subject_id as "orderId", definition, state from saga'),
    journal: await read(
      'order',
      'select saga_id as "sagaId", step, direction, outcome, attempt from saga_journal order by sequence',
    ),
    outbox: await ofEach(PUBLISHERS, OUTBOX),
    log: await ground.reader.read(),
    inbox: await ofEach(LISTENERS, INBOX),
    letters: await ofEach(LISTENERS, LETTERS),
    mails: await read('notification', 'select order_id as "orderId", kind from notification'),
    provider: await read(
      'psp',
      'select reference as "orderId", kind, amount::float8 as amount from ledger_entry order by sequence',
    ),
    charges: await read('psp', 'select reference as "orderId", status from charge'),
    postings: await read(
      'payment',
      'select key as "orderId", account, amount::float8 as amount from posting',
    ),
    stock: await read(
      'inventory',
      `select product_id as "productId", on_hand as "onHand", reserved, supplied::float8 as supplied,
        committed::float8 as committed from stock`,
    ),
    reservations: await read('inventory', 'select key as "orderId", state, lines from reservation'),
    levels: await read(
      'product',
      `select s.product_id as "productId", s.available, s.version::float8 as version, p.available as shown
        from stock_level s left join product p on p.id = s.product_id`,
    ),
    pairs: await read(
      'recommendation',
      'select product_id as "productId", other_id as "otherId", times::float8 as times from co_purchase',
    ),
    webhooksOnTheirWay: webhooks!.count,
  } as Snapshot;
}
