create table stock (
  product_id uuid primary key,
  -- Units in the house, reserved ones included.
  on_hand integer not null check (on_hand >= 0),
  reserved integer not null default 0 check (reserved >= 0 and reserved <= on_hand),
  -- All that ever came in, and all that left: supplied = on_hand + committed.
  supplied bigint not null,
  committed bigint not null default 0,
  version bigint not null default 1,
  constraint stock_adds_up check (supplied = on_hand + committed)
) with (fillfactor = 50);

create table reservation (
  -- The order's id.
  key uuid primary key,
  state varchar(16) not null,
  lines jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
) with (fillfactor = 80);
create index reservation_open on reservation (created_at) where state = 'reserved';

create table restock (
  key varchar(255) primary key,
  restocked_at timestamptz not null default now()
);

-- The changes below are functions, because one call must decide many orders one after the other under the same locks: a
-- single set-based statement cannot let the second order of a batch see what the first one took.
-- Products are always locked in the order of their ids, so that two calls cannot wait for each other.

create function lock_stock(of_lines jsonb) returns void language sql as $$
  select 1 from stock where product_id in (select (l ->> 'productId')::uuid from jsonb_array_elements(of_lines) l)
  order by product_id for update
$$;

-- Levels above ten look the same to every shopper, so only others are told.
create function tell_stock_level(product uuid, before_change integer, after_change integer, new_version bigint)
returns void language sql as $$
  insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at)
  select uuidv7(), 'tradewind.inventory', product::text, 'tradewind.inventory.v1.stock-level-changed',
    jsonb_build_object('productId', product, 'available', after_change, 'version', new_version), now()
  where before_change <> after_change and least(before_change, after_change) <= 10
$$;

create function insert_event(event jsonb) returns void language sql as $$
  insert into outbox (id, aggregatetype, aggregateid, type, payload, traceparent, occurred_at)
  values ((event ->> 'id')::uuid, event ->> 'aggregatetype', event ->> 'aggregateid', event ->> 'type',
    event -> 'payload', event ->> 'traceparent', (event ->> 'occurred_at')::timestamptz)
$$;

-- requests: [{"key", "lines": [{"productId", "quantity"}], "event"}]
create function reserve_stock(requests jsonb)
returns table (key uuid, kind text, state text, lines jsonb, product_ids uuid[]) language plpgsql as $$
declare
  request record;
  known reservation%rowtype;
  unknown_ids uuid[];
  short_ids uuid[];
  told bigint;
begin
  perform lock_stock((select jsonb_agg(l) from jsonb_array_elements(requests) r, jsonb_array_elements(r -> 'lines') l));
  for request in select r.* from jsonb_to_recordset(requests) as r(key uuid, lines jsonb, event jsonb) loop
    select * into known from reservation v where v.key = request.key;
    if found then
      return query select known.key, 'already', known.state::text, known.lines, null::uuid[];
      continue;
    end if;
    select array_agg(l."productId") filter (where s.product_id is null),
        array_agg(l."productId") filter (where s.on_hand - s.reserved < l.quantity)
      into unknown_ids, short_ids
      from jsonb_to_recordset(request.lines) as l("productId" uuid, quantity integer)
      left join stock s on s.product_id = l."productId";
    if unknown_ids is not null then
      return query select request.key, 'unknown-product', null, null::jsonb, unknown_ids;
    elsif short_ids is not null then
      return query select request.key, 'out-of-stock', null, null::jsonb, short_ids;
    else
      insert into reservation (key, state, lines) values (request.key, 'reserved', request.lines);
      with taken as (
        update stock s set reserved = s.reserved + l.quantity, version = s.version + 1
        from jsonb_to_recordset(request.lines) as l("productId" uuid, quantity integer)
        where s.product_id = l."productId"
        returning s.product_id, s.on_hand - s.reserved as available, l.quantity, s.version
      )
      select count(tell_stock_level(product_id, available + quantity, available, version)) from taken into told;
      perform insert_event(request.event);
      return query select request.key, 'reserved', 'reserved', request.lines, null::uuid[];
    end if;
  end loop;
end $$;

-- requests: [{"key", "event"}]; the event's lines are filled in here. An unknown key is remembered as released.
create function release_stock(requests jsonb)
returns table (key uuid, state text, lines jsonb) language plpgsql as $$
declare
  request record;
  known reservation%rowtype;
  told bigint;
begin
  perform lock_stock((select jsonb_agg(l) from jsonb_array_elements(requests) r
    join reservation v on v.key = (r ->> 'key')::uuid, jsonb_array_elements(v.lines) l));
  for request in select r.* from jsonb_to_recordset(requests) as r(key uuid, event jsonb) loop
    insert into reservation as v (key, state, lines) values (request.key, 'released', '[]') on conflict do nothing;
    select * into known from reservation v where v.key = request.key for update;
    if known.state = 'reserved' then
      update reservation v set state = 'released', updated_at = now() where v.key = request.key;
      with given as (
        update stock s set reserved = s.reserved - l.quantity, version = s.version + 1
        from jsonb_to_recordset(known.lines) as l("productId" uuid, quantity integer)
        where s.product_id = l."productId"
        returning s.product_id, s.on_hand - s.reserved as available, l.quantity, s.version
      )
      select count(tell_stock_level(product_id, available - quantity, available, version)) from given into told;
      perform insert_event(jsonb_set(request.event, '{payload,lines}', known.lines));
      known.state := 'released';
    end if;
    return query select known.key, known.state::text, known.lines;
  end loop;
end $$;

-- requests: [{"key", "event"}]; unknown keys are left out of the answer.
create function commit_stock(requests jsonb)
returns table (key uuid, state text, lines jsonb) language plpgsql as $$
declare
  request record;
  known reservation%rowtype;
begin
  perform lock_stock((select jsonb_agg(l) from jsonb_array_elements(requests) r
    join reservation v on v.key = (r ->> 'key')::uuid, jsonb_array_elements(v.lines) l));
  for request in select r.* from jsonb_to_recordset(requests) as r(key uuid, event jsonb) loop
    select * into known from reservation v where v.key = request.key for update;
    continue when not found;
    if known.state = 'reserved' then
      update reservation v set state = 'committed', updated_at = now() where v.key = request.key;
      update stock s set reserved = s.reserved - l.quantity, on_hand = s.on_hand - l.quantity,
          committed = s.committed + l.quantity, version = s.version + 1
        from jsonb_to_recordset(known.lines) as l("productId" uuid, quantity integer)
        where s.product_id = l."productId";
      perform insert_event(jsonb_set(request.event, '{payload,lines}', known.lines));
      known.state := 'committed';
    end if;
    return query select known.key, known.state::text, known.lines;
  end loop;
end $$;

create function restock(restock_key varchar, of_lines jsonb) returns boolean language plpgsql as $$
begin
  insert into restock (key) values (restock_key) on conflict do nothing;
  if not found then
    return false;
  end if;
  with line as (
    select l."productId" as product_id, sum(l.quantity)::integer as quantity
    from jsonb_to_recordset(of_lines) as l("productId" uuid, quantity integer) group by 1 order by 1
  ), added as (
    insert into stock as s (product_id, on_hand, supplied) select product_id, quantity, quantity from line
    on conflict (product_id) do update set on_hand = s.on_hand + excluded.on_hand,
      supplied = s.supplied + excluded.supplied, version = s.version + 1
    returning s.product_id, s.on_hand - s.reserved as available, s.version
  )
  insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at)
    select uuidv7(), 'tradewind.inventory', product_id::text, 'tradewind.inventory.v1.stock-level-changed',
      jsonb_build_object('productId', product_id, 'available', available, 'version', version), now() from added;
  return true;
end $$;
