-- The mailbox: what was sent. In the embedded mode it is where mail arrives.
create table notification (
  id uuid primary key,
  order_id uuid not null,
  kind varchar(32) not null,
  recipient varchar(320) not null,
  subject varchar(255) not null,
  body text not null,
  sent_at timestamptz not null default now(),
  -- One mail for each kind and order, whatever is delivered twice.
  constraint notification_once unique (order_id, kind)
);
-- Ids are UUIDv7: newest first is their order backwards.
create index notification_by_recipient on notification (lower(recipient), id);
