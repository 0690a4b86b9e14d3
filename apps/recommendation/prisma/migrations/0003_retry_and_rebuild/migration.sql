-- Letters that wait to be tried again stand in the same table as those that were given up for now: the open letters of a
-- key, in their sequence, are its queue.
alter table dead_letter
  add column sequence bigint generated always as identity,
  -- When a waiting letter is tried next; while it is being tried, when it may be tried by somebody else.
  add column due_at timestamptz;
drop index dead_letter_parked;
create index dead_letter_open on dead_letter (key, sequence) where state in ('parked', 'waiting');
create index dead_letter_due on dead_letter (due_at) where state = 'waiting';

-- For the removal of old rows. The outbox needs none: its ids are made in the order of time.
create index inbox_by_age on inbox (handled_at);

-- What is being done, or was done last, to each read model.
create table read_model_job (
  model varchar(64) primary key,
  id uuid not null,
  kind varchar(16) not null check (kind in ('rebuild', 'verification')),
  state varchar(16) not null check (state in ('requested', 'running', 'done', 'failed')),
  requested_by varchar(255) not null,
  requested_at timestamptz not null default now(),
  handled bigint not null default 0,
  total bigint not null default 0,
  -- Rows that the model and the fold of its events do not have in common.
  differences bigint,
  detail text not null default '',
  -- Whoever works on it renews this; when it has passed, somebody else starts over.
  lease_until timestamptz not null default '-infinity',
  finished_at timestamptz
);
