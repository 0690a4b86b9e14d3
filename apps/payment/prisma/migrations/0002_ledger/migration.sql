-- What happened, append only: the source of truth. Everything else in this file can be made anew from it.
create table ledger_event (
  -- The order's id.
  key uuid not null,
  version integer not null,
  type varchar(32) not null,
  data jsonb not null,
  occurred_at timestamptz not null default now(),
  primary key (key, version)
);

-- The double entry of the events: the postings of one event sum up to zero. Positive debits, negative credits.
create table posting (
  sequence bigint generated always as identity primary key,
  key uuid not null,
  version integer not null,
  kind varchar(16) not null,
  account varchar(64) not null,
  -- Minor units.
  amount bigint not null check (amount <> 0),
  currency char(3) not null,
  at timestamptz not null default now()
);
create index posting_key on posting (key, sequence);

-- The fold of a payment's events, written with them; its version is what writers compete for.
create table payment (
  key uuid primary key,
  version integer not null,
  status varchar(16) not null,
  amount bigint,
  currency char(3),
  provider_reference varchar(64),
  decline_code varchar(64)
) with (fillfactor = 70);

-- The provider's webhooks that had an effect.
create table webhook_inbox (
  id varchar(64) primary key,
  key uuid not null,
  received_at timestamptz not null default now()
);

create function no_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append only', tg_table_name;
end $$;
create trigger ledger_event_append_only before update or delete or truncate on ledger_event
  for each statement execute function no_change();
create trigger posting_append_only before update or delete or truncate on posting
  for each statement execute function no_change();

-- items: [{key, expected, version, status, amount, currency, providerReference, declineCode, events, postings, outbox,
-- newsId}], each key once. Stores those whose payment still has the expected version; answers their keys.
create function append_payments(items jsonb) returns table (key uuid) language sql as $$
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
    from item i where i.expected > 0 and p.key = i.key and p.version = i.expected
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
