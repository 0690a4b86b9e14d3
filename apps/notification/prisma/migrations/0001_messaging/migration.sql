-- What every service that publishes or listens keeps beside its own data, so that both change in one transaction.
-- The outbox has the column names that Debezium's outbox event router expects.
create table outbox (
  id uuid primary key,
  sequence bigint generated always as identity,
  aggregatetype varchar(255) not null,
  aggregateid varchar(255) not null,
  type varchar(255) not null,
  payload jsonb not null,
  traceparent varchar(55),
  occurred_at timestamptz not null,
  published_at timestamptz
);
create index outbox_unpublished on outbox (sequence) where published_at is null;

create table inbox (
  event_id uuid primary key,
  handled_at timestamptz not null default now()
);

create table dead_letter (
  id uuid primary key,
  event_id uuid not null unique,
  type varchar(255) not null,
  key varchar(255) not null,
  event jsonb not null,
  cause_code varchar(255) not null,
  cause_message text not null,
  attempts integer not null,
  state varchar(16) not null default 'parked',
  operator varchar(255),
  note text,
  parked_at timestamptz not null default now(),
  closed_at timestamptz
);
create index dead_letter_parked on dead_letter (key, id) where state = 'parked';
