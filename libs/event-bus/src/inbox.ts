import type { Transaction } from '@tradewind/database';
import { uuidV7 } from '@tradewind/kernel';
import type { StoredEvent } from './event.ts';

// One round trip: remembers the events, lets those queue whose key has an open letter before them, and answers what is left
// to be handled now. Behind a parked letter they are parked, behind a waiting one they wait.
const RECEIVE = `with incoming as (
    select * from rows from (jsonb_to_recordset($1::jsonb) as ("letterId" uuid, id uuid, type text, key text, event jsonb))
      with ordinality as i("letterId", id, type, key, event, ordinal)
  ), fresh as (
    insert into inbox (event_id) select id from incoming on conflict do nothing returning event_id
  ), behind as (
    insert into dead_letter (id, event_id, type, key, event, attempts, state, due_at, cause_code, cause_message)
    select i."letterId", i.id, i.type, i.key, i.event, 0, b.state, case b.state when 'waiting' then now() end,
      'EVENT.BEHIND_' || upper(b.state), 'an earlier event of this key is ' || b.state
    from incoming i join fresh f on f.event_id = i.id
    join lateral (select min(d.state) as state from dead_letter d
      where d.key = i.key and d.state in ('parked', 'waiting')) b on b.state is not null
    order by i.ordinal
    on conflict (event_id) do nothing
    returning event_id
  )
  select event_id as id from fresh where event_id not in (select event_id from behind)`;

/** The events that were not seen before and may be handled, in their order. Runs in the transaction of their effects. */
export async function receive(sql: Transaction, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
  const incoming = events.map((event) => ({
    letterId: uuidV7(),
    id: event.id,
    type: event.type,
    key: event.key,
    event,
  }));
  const rows = await sql.query<{ id: string }>('inbox.receive', RECEIVE, [JSON.stringify(incoming)]);
  const fresh = new Set(rows.map((row) => row.id));
  return events.filter((event) => fresh.delete(event.id));
}
