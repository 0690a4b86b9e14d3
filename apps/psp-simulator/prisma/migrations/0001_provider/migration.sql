-- The provider's own books. Nothing here is Tradewind's model.
create table charge (
  id varchar(64) primary key,
  reference varchar(255) not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  status varchar(16) not null check (status in ('processing', 'authorized', 'captured', 'voided', 'refunded', 'failed')),
  failure_code varchar(64),
  -- A charge that is being processed succeeds at this time, also when the provider was restarted in between.
  due_at timestamptz,
  traceparent varchar(55),
  created_at timestamptz not null default now()
) with (fillfactor = 80);
create index charge_reference on charge (reference);
create index charge_due on charge (due_at) where status = 'processing';

create table idempotency_key (
  key varchar(255) primary key,
  fingerprint char(64) not null,
  charge_id varchar(64) not null
);

-- Keys that were refused once on purpose.
create table refused_once (key varchar(255) primary key);

create table ledger_entry (
  sequence bigint generated always as identity primary key,
  charge_id varchar(64) not null,
  reference varchar(255) not null,
  kind varchar(16) not null,
  amount bigint not null,
  currency char(3) not null,
  at timestamptz not null default now()
);
create index ledger_entry_reference on ledger_entry (reference, sequence);

create table webhook (
  id varchar(64) primary key,
  body text not null,
  traceparent varchar(55),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  delivered_at timestamptz
) with (fillfactor = 80);
create index webhook_due on webhook (next_attempt_at) where delivered_at is null;
