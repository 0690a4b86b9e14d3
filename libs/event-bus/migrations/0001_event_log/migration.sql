-- A log in PostgreSQL: topics with partitions, offsets, and consumer groups that hold partitions by leases.
create table topic_partition (
  topic varchar(255) not null,
  partition integer not null,
  next_offset bigint not null default 0,
  primary key (topic, partition)
);

-- An offset is given out under the partition's row lock, so offsets become visible in their order: a reader that has
-- seen offset n has seen all before it. A sequence would let a reader pass a row that commits later.
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
  appended_at timestamptz not null default now(),
  primary key (topic, partition, log_offset)
);
create index event_by_key on event (key, appended_at);
create index event_by_time on event (appended_at desc);

create table group_member (
  group_name varchar(255) not null,
  member uuid not null,
  expires_at timestamptz not null,
  primary key (group_name, member)
);

create table group_partition (
  group_name varchar(255) not null,
  topic varchar(255) not null,
  partition integer not null,
  next_offset bigint not null default 0,
  owner uuid,
  -- Grows with every change of owner; a commit with an older one is refused (a fencing token).
  generation bigint not null default 0,
  lease_until timestamptz not null default '-infinity',
  primary key (group_name, topic, partition)
);

create function append_events(records jsonb) returns void language sql as $$
  with record as (
    select r.*, row_number() over (partition by r.topic, r.partition order by ordinal) - 1 as position
    from rows from (jsonb_to_recordset(records) as (topic varchar, partition integer, id uuid, key varchar, type varchar,
      occurred_at timestamptz, traceparent varchar, payload jsonb)) with ordinality as r(topic, partition, id, key, type,
      occurred_at, traceparent, payload, ordinal)
  ), wanted as (
    select topic, partition, count(*) as amount from record group by 1, 2
  ), locked as materialized (
    -- In one order for all writers, so that two of them cannot wait for each other.
    select t.topic, t.partition from topic_partition t join wanted using (topic, partition)
    order by 1, 2 for update of t
  ), advanced as (
    update topic_partition t set next_offset = t.next_offset + w.amount
    from locked l join wanted w using (topic, partition)
    where t.topic = l.topic and t.partition = l.partition
    returning t.topic, t.partition, t.next_offset - w.amount as base
  )
  insert into event (topic, partition, log_offset, id, key, type, occurred_at, traceparent, payload)
  select r.topic, r.partition, a.base + r.position, r.id, r.key, r.type, r.occurred_at, r.traceparent, r.payload
  from record r join advanced a using (topic, partition);
  -- Tells the readers of these topics to look. It is safe here: appends are few and large, and no shopper waits for them.
  select pg_notify('event_log', (select string_agg(distinct r ->> 'topic', ',') from jsonb_array_elements(records) r));
$$;

-- A heartbeat: says that the member lives, shares the partitions evenly among the living, and answers what is the member's.
create function claim_partitions(of_group varchar, me uuid, topics varchar[], lease interval)
returns table (topic varchar, partition integer, next_offset bigint, generation bigint) language plpgsql as $$
declare
  share integer;
begin
  perform pg_advisory_xact_lock(hashtext(of_group));
  insert into group_member as m values (of_group, me, now() + lease)
    on conflict (group_name, member) do update set expires_at = excluded.expires_at;
  delete from group_member m where m.group_name = of_group and m.expires_at < now();
  insert into group_partition (group_name, topic, partition)
    select of_group, t.topic, t.partition from topic_partition t where t.topic = any(topics) on conflict do nothing;
  select ceil(count(*)::numeric / greatest(1, (select count(*) from group_member m where m.group_name = of_group)))
    into share from group_partition g where g.group_name = of_group and g.topic = any(topics);

  update group_partition g set owner = null, lease_until = '-infinity'
    where (g.group_name, g.topic, g.partition) in (
      select p.group_name, p.topic, p.partition from group_partition p
      where p.group_name = of_group and p.owner = me order by p.topic, p.partition offset share);
  update group_partition g set owner = me, generation = g.generation + 1
    where (g.group_name, g.topic, g.partition) in (
      select p.group_name, p.topic, p.partition from group_partition p
      where p.group_name = of_group and p.topic = any(topics) and (p.owner is null or p.lease_until < now())
      order by p.topic, p.partition
      limit greatest(0, share - (select count(*) from group_partition o where o.group_name = of_group and o.owner = me
        and o.lease_until >= now())));
  return query update group_partition g set lease_until = now() + lease
    where g.group_name = of_group and g.owner = me and g.topic = any(topics)
    returning g.topic, g.partition, g.next_offset, g.generation;
end $$;
