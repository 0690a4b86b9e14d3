/** A charge as the application knows it; bigint columns become numbers here, never by a global type parser. */
const CHARGE = `c.id, c.reference, c.amount::float8 as amount, c.currency, c.status, c.failure_code as "failureCode"`;

// One statement, one commit for many requests: keys that are new get their charge, ledger entry and webhook.
export const CREATE = `with item as (
    select * from jsonb_to_recordset($1::jsonb) as i(key text, fingerprint text, id text, reference text, amount bigint,
      currency text, status text, "failureCode" text, "succeedsAfter" integer, traceparent text, "webhookId" text, body text)
  ), fresh as (
    insert into idempotency_key (key, fingerprint, charge_id) select key, fingerprint, id from item
    on conflict do nothing returning key
  ), made as (
    insert into charge (id, reference, amount, currency, status, failure_code, due_at, traceparent)
    select id, reference, amount, currency, status, "failureCode", now() + "succeedsAfter" * interval '1 millisecond',
      traceparent from item join fresh using (key)
  ), booked as (
    insert into ledger_entry (charge_id, reference, kind, amount, currency)
    select id, reference, 'authorization', amount, currency from item join fresh using (key) where status = 'authorized'
  ), told as (
    insert into webhook (id, body, traceparent)
    select "webhookId", body, traceparent from item join fresh using (key) where status <> 'processing'
  )
  select key from fresh`;

export const OF_KEYS = `select k.key, k.fingerprint, ${CHARGE} from idempotency_key k join charge c on c.id = k.charge_id
  where k.key = any($1::text[])`;

export const REFUSE_ONCE = `insert into refused_once (key) values ($1) on conflict do nothing returning key`;

// The webhook's body is made in the statement: what it tells is known only when the charge's row is locked.
const BOOK_AND_TELL = `booked as (
    insert into ledger_entry (charge_id, reference, kind, amount, currency)
    select id, reference, kind, amount, currency from changed
  ), told as (
    insert into webhook (id, body, traceparent)
    select event_id, json_build_object('id', event_id, 'type', 'charge.' || status, 'data', json_build_object('charge',
      json_build_object('id', id, 'reference', reference, 'amount', amount, 'currency', currency, 'status', status)),
      'created', extract(epoch from now())::bigint)::text, traceparent
    from (select *, 'evt_' || replace(uuidv7()::text, '-', '') as event_id from changed) t
  )`;

// Items: {id, from, to, kind, traceparent}.
export const CHANGE = `with item as (
    select * from jsonb_to_recordset($1::jsonb) as i(id text, "from" text, "to" text, kind text, traceparent text)
  ), changed as (
    update charge c set status = i."to" from item i
    where c.id = any(array(select id from item)) and c.id = i.id and c.status = i."from"
    returning c.id, c.reference, c.amount, c.currency, c.status, c.failure_code, i.kind, i.traceparent
  ), ${BOOK_AND_TELL}
  select c.id, c.reference, c.amount::float8 as amount, c.currency, c.status, c.failure_code as "failureCode" from changed c`;

export const SUCCEED_LATE = `with changed as (
    update charge c set status = 'authorized' where c.status = 'processing' and c.due_at <= now()
    returning c.id, c.reference, c.amount, c.currency, c.status, 'authorization' as kind, c.traceparent
  ), ${BOOK_AND_TELL}
  select id from changed`;

export const OF_IDS = `select ${CHARGE} from charge c where c.id = any($1::text[])`;

export const OF_REFERENCE = `select ${CHARGE} from charge c where c.reference = $1 order by c.created_at`;

const ENTRIES = 'select reference, kind, amount::float8 as amount, currency, at from ledger_entry';
export const LEDGER_OF = `${ENTRIES} where reference = $1 order by sequence`;
export const LEDGER_BETWEEN = `${ENTRIES} where reference > $1 and ($2 = '' or reference <= $2) order by reference, sequence`;
