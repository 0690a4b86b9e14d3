-- A reservation ends by itself when nobody says what becomes of it: its goods go back to the others.
alter table reservation add column expires_at timestamptz not null default now() + interval '15 minutes';
create index reservation_expiry on reservation (expires_at) where state = 'reserved';

-- Gives back what has expired, at most so many reservations; two replicas may do it at the same time. Stock is locked before
-- reservations, as everywhere, and whether it is still so is looked at again under the locks.
create function expire_reservations(at_most integer) returns integer language plpgsql as $$
declare
  candidates uuid[];
  known reservation%rowtype;
  told bigint;
  expired integer := 0;
begin
  select array_agg(c.key) into candidates from (
    select v.key from reservation v where v.state = 'reserved' and v.expires_at < now() order by v.expires_at limit at_most
  ) c;
  if candidates is null then
    return 0;
  end if;
  perform lock_stock((select jsonb_agg(l) from reservation v, jsonb_array_elements(v.lines) l where v.key = any(candidates)));
  for known in select * from reservation v where v.key = any(candidates) and v.state = 'reserved' and v.expires_at < now()
      order by v.key for update loop
    update reservation v set state = 'expired', updated_at = now() where v.key = known.key;
    with given as (
      update stock s set reserved = s.reserved - l.quantity, version = s.version + 1
      from jsonb_to_recordset(known.lines) as l("productId" uuid, quantity integer)
      where s.product_id = l."productId"
      returning s.product_id, s.on_hand - s.reserved as available, l.quantity, s.version
    )
    select count(tell_stock_level(product_id, available - quantity, available, version)) from given into told;
    perform insert_event(jsonb_build_object('id', uuidv7(), 'aggregatetype', 'tradewind.inventory', 'aggregateid', known.key,
      'type', 'tradewind.inventory.v1.stock-released', 'occurred_at', now(),
      'payload', jsonb_build_object('orderId', known.key, 'lines', known.lines)));
    expired := expired + 1;
  end loop;
  return expired;
end $$;

-- As before, but for `expiresAfter` (milliseconds) and for a reservation that has expired.
create or replace function reserve_stock(requests jsonb)
returns table (key uuid, kind text, state text, lines jsonb, product_ids uuid[]) language plpgsql as $$
declare
  request record;
  known reservation%rowtype;
  unknown_ids uuid[];
  short_ids uuid[];
  ends timestamptz;
  told bigint;
begin
  perform lock_stock((select jsonb_agg(l) from jsonb_array_elements(requests) r, jsonb_array_elements(r -> 'lines') l));
  for request in select r.* from jsonb_to_recordset(requests) as r(key uuid, lines jsonb, "expiresAfter" integer, event jsonb) loop
    select * into known from reservation v where v.key = request.key for update;
    -- One that has expired holds nothing: whoever still wants it gets it again, if there is enough.
    if found and known.state <> 'expired' then
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
      -- Refused is over: what had expired is closed, as if it had been released.
      update reservation v set state = 'released', updated_at = now() where v.key = request.key;
      return query select request.key, 'out-of-stock', null, null::jsonb, short_ids;
    else
      ends := now() + request."expiresAfter" * interval '1 millisecond';
      if known.state = 'expired' then
        update reservation v set state = 'reserved', lines = request.lines, expires_at = ends, updated_at = now()
          where v.key = request.key;
      else
        -- Fails when a release has closed the key meanwhile: the caller asks again, and finds it closed.
        insert into reservation (key, state, lines, expires_at) values (request.key, 'reserved', request.lines, ends);
      end if;
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

create or replace function release_stock(requests jsonb)
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
    elsif known.state = 'expired' then
      update reservation v set state = 'released', updated_at = now() where v.key = request.key;
      known.state := 'released';
    end if;
    return query select known.key, known.state::text, known.lines;
  end loop;
end $$;

create or replace function commit_stock(requests jsonb)
returns table (key uuid, state text, lines jsonb) language plpgsql as $$
declare
  request record;
  known reservation%rowtype;
  short boolean;
  told bigint;
begin
  perform lock_stock((select jsonb_agg(l) from jsonb_array_elements(requests) r
    join reservation v on v.key = (r ->> 'key')::uuid, jsonb_array_elements(v.lines) l));
  for request in select r.* from jsonb_to_recordset(requests) as r(key uuid, event jsonb) loop
    select * into known from reservation v where v.key = request.key for update;
    continue when not found;
    if known.state = 'expired' then
      -- The money was taken all the same: the goods leave if they are still here. If not, the answer says "expired".
      select count(*) > 0 into short from jsonb_to_recordset(known.lines) as l("productId" uuid, quantity integer)
        left join stock s on s.product_id = l."productId" where coalesce(s.on_hand - s.reserved, 0) < l.quantity;
      if not short then
        with taken as (
          update stock s set reserved = s.reserved + l.quantity, version = s.version + 1
          from jsonb_to_recordset(known.lines) as l("productId" uuid, quantity integer)
          where s.product_id = l."productId"
          returning s.product_id, s.on_hand - s.reserved as available, l.quantity, s.version
        )
        select count(tell_stock_level(product_id, available + quantity, available, version)) from taken into told;
        known.state := 'reserved';
      end if;
    end if;
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
