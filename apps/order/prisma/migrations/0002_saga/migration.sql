-- Durable sagas: the state now, the journal of all that was tried, and the processes that may work on them.
create table saga (
  id uuid primary key,
  -- What it is about: the order's id.
  subject_id uuid not null,
  definition varchar(64) not null,
  version integer not null,
  state varchar(16) not null,
  step integer not null,
  attempt integer not null default 0,
  data jsonb not null,
  failure_code varchar(128),
  failure_message text,
  parked_from varchar(16),
  parked_code varchar(128),
  parked_message text,
  cancel_requested boolean not null default false,
  traceparent varchar(55),
  -- The process that works on it, and a fencing token that grows with every change of owner.
  owner uuid,
  fence bigint not null default 1,
  wake_at timestamptz,
  deadline_at timestamptz not null,
  started_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
) with (fillfactor = 70);
create index saga_by_subject on saga (subject_id);
create index saga_open on saga (owner) where state in ('running', 'compensating');
create index saga_by_state on saga (state, id);

create table saga_journal (
  sequence bigint generated always as identity primary key,
  saga_id uuid not null,
  at timestamptz not null,
  step varchar(64) not null,
  direction varchar(8) not null,
  outcome varchar(16) not null,
  attempt integer not null,
  duration_ms integer,
  error_code varchar(128),
  error_message text,
  detail jsonb
);
create index saga_journal_by_saga on saga_journal (saga_id, sequence);

create table saga_worker (
  id uuid primary key,
  expires_at timestamptz not null
);
