-- Who did what to the running system, and why: kept, never changed.
create table operator_action (
  id uuid primary key,
  at timestamptz not null default now(),
  operator varchar(255) not null,
  action varchar(64) not null,
  target varchar(255) not null,
  note text not null
);
create index operator_action_by_time on operator_action (at desc);
