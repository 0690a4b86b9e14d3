create table orders (
  id uuid primary key,
  shopper_id varchar(64) not null,
  status varchar(16) not null,
  reason_code varchar(128),
  reason_message text,
  lines jsonb not null,
  total bigint not null check (total >= 0),
  currency char(3) not null,
  -- Personal data: it stays in this table. Events, logs and spans never carry it.
  email varchar(320) not null,
  shipping_address jsonb not null,
  trace_id varchar(32) not null,
  placed_at timestamptz not null,
  updated_at timestamptz not null default now()
) with (fillfactor = 80);
create index orders_of_shopper on orders (shopper_id, id desc);

-- The first answer to a request, kept with the order it opened.
create table idempotency (
  shopper_id varchar(64) not null,
  key varchar(255) not null,
  request_hash char(64) not null,
  order_id uuid not null,
  -- False while the first request still waits for its answer.
  answered boolean not null,
  -- The completed order as it was answered; null: the answer was "pending".
  answer jsonb,
  -- After this time a first request that never answered (its process died) holds nobody up any more.
  lease_until timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (shopper_id, key)
);
create index idempotency_age on idempotency (created_at);
