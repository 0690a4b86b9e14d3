-- What the event log said, for a log that cannot be asked by time or key (Kafka). The columns are those of the PostgreSQL
-- log's own table, so one query reads both.
create table event (
  topic varchar(255) not null,
  partition integer not null,
  log_offset bigint not null,
  id uuid not null,
  key varchar(255) not null,
  type varchar(255) not null,
  occurred_at timestamptz not null,
  traceparent varchar(55),
  payload jsonb not null,
  -- Kafka does not say when a record was appended; when it happened is near enough for a list.
  appended_at timestamptz not null,
  primary key (topic, partition, log_offset)
);
create index event_by_key on event (key, appended_at);
create index event_by_time on event (appended_at desc, id desc);

-- The name under which this database reads the log: a new database reads everything again.
create table event_history_reader (id uuid not null default gen_random_uuid());
insert into event_history_reader default values;
