-- As before, but for the keys as an array: what was planned while the table was small joined by reading a whole index, for good.
create or replace function append_payments(items jsonb) returns table (key uuid) language sql as $$
  with item as materialized (
    select * from jsonb_to_recordset(items) as i(key uuid, expected integer, version integer, status text, amount bigint,
      currency text, "providerReference" text, "declineCode" text, events jsonb, postings jsonb, outbox jsonb, "newsId" text)
  ), opened as (
    insert into payment (key, version, status, amount, currency, provider_reference, decline_code)
    select i.key, i.version, i.status, i.amount, i.currency, i."providerReference", i."declineCode"
    from item i where i.expected = 0 order by i.key
    on conflict do nothing returning payment.key
  ), moved as (
    update payment p set version = i.version, status = i.status, amount = i.amount, currency = i.currency,
      provider_reference = i."providerReference", decline_code = i."declineCode"
    from item i where p.key = any(array(select key from item)) and i.expected > 0 and p.key = i.key and p.version = i.expected
    returning p.key
  ), won as materialized (
    select o.key from opened o union all select m.key from moved m
  ), stored as (
    insert into ledger_event (key, version, type, data)
    select i.key, e.version, e.type, e.data from item i join won w on w.key = i.key,
      jsonb_to_recordset(i.events) as e(version integer, type text, data jsonb)
  ), posted as (
    insert into posting (key, version, kind, account, amount, currency)
    select i.key, p.version, p.kind, p.account, p.amount, p.currency from item i join won w on w.key = i.key,
      jsonb_to_recordset(i.postings) as p(version integer, kind text, account text, amount bigint, currency text)
  ), heard as (
    insert into webhook_inbox (id, key) select i."newsId", i.key from item i join won w on w.key = i.key
    where i."newsId" is not null on conflict do nothing
  ), told as (
    insert into outbox (id, aggregatetype, aggregateid, type, payload, traceparent, occurred_at)
    select e.id, e.aggregatetype, e.aggregateid, e.type, e.payload, e.traceparent, e.occurred_at
    from item i join won w on w.key = i.key, jsonb_to_recordset(i.outbox) as e(id uuid, aggregatetype text,
      aggregateid text, type text, payload jsonb, traceparent text, occurred_at timestamptz)
  )
  select w.key from won w
$$;
