import type { Transaction } from '@tradewind/database';
import { uuidV7 } from '@tradewind/kernel';
import type { StoredEvent } from './event.ts';

// One round trip: remembers the events, parks those whose key has a parked event before them, and answers what is left
// to be handled now.
const RECEIVE = `with incoming as (
    select * from jsonb_to_recordset($1::jsonb) as i("letterId" uuid, id uuid, type text, key text, event jsonb)
  ), fresh as (
    insert into inbox (event_id) select id from incoming on conflict do nothing returning event_id
  ), behind as (
    insert into dead_letter (id, event_id, type, key, event, cause_code, cause_message, attempts)
    select i."letterId", i.id, i.type, i.key, i.event, 'EVENT.BEHIND_PARKED', 'an earlier event of this key is parked', 0
    from incoming i join fresh f on f.event_id = i.id
    where exists (select 1 from dead_letter d where d.key = i.key and d.state = 'parked')
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
