import type { Transaction } from '@tradewind/database';
import { uuidV7 } from '@tradewind/kernel';
import { safeMessage } from '@tradewind/observability';
import type { StoredEvent } from './event.ts';

/** `waiting` is tried again by itself; `parked` waits for an operator; the others are closed. */
export type LetterState = 'parked' | 'waiting' | 'replayed' | 'discarded';

/** An event that this service could not handle yet. */
export interface DeadLetter {
  id: string;
  eventId: string;
  type: string;
  key: string;
  event: StoredEvent;
  causeCode: string;
  causeMessage: string;
  attempts: number;
  state: LetterState;
  /** When it is tried next; null unless it waits. */
  dueAt: Date | null;
  parkedAt: Date;
  closedAt: Date | null;
  operator: string | null;
  note: string | null;
}

const COLUMNS = `id, event_id as "eventId", type, key, event, cause_code as "causeCode", cause_message as "causeMessage",
  attempts, state, due_at as "dueAt", parked_at as "parkedAt", closed_at as "closedAt", operator, note`;

// An event that another member of the group has handled meanwhile is in the inbox: then there is nothing to store.
const ADD = `with fresh as (insert into inbox (event_id) values ($2) on conflict do nothing returning event_id)
  insert into dead_letter (id, event_id, type, key, event, cause_code, cause_message, attempts, state, due_at)
  select $1, event_id, $3, $4, $5::jsonb, $6, $7, $8, case when $9::float8 is null then 'parked' else 'waiting' end,
    now() + $9::float8 * interval '1 ms'
  from fresh on conflict (event_id) do nothing`;

interface Trouble {
  cause: unknown;
  attempts: number;
  /** Milliseconds until the next try; null parks the event. */
  retryAfter: number | null;
}

/** Stores an event as a letter, with its cause. Later events of its key queue behind it. */
export async function addLetter(
  sql: Transaction,
  event: StoredEvent,
  { cause, attempts, retryAfter }: Trouble,
): Promise<void> {
  const values = [
    ...[uuidV7(), event.id, event.type, event.key, JSON.stringify(event)],
    ...[codeOf(cause), safeMessage(cause), attempts, retryAfter],
  ];
  await sql.query('letter.add', ADD, values);
}

// Only the first open letter of a key may be tried: the order of a key is kept. `skip locked` and the lease in `due_at`
// let several replicas share the work without handling one letter twice.
const CLAIM = `with due as (
    select d.id from dead_letter d where d.state = 'waiting' and d.due_at <= now()
      and not exists (select 1 from dead_letter e
        where e.key = d.key and e.state in ('parked', 'waiting') and e.sequence < d.sequence)
    order by d.due_at limit $1 for update skip locked
  )
  update dead_letter set attempts = attempts + 1, due_at = now() + $2::float8 * interval '1 ms'
  where id in (select id from due) and state = 'waiting' returning ${COLUMNS}`;

/** Letters that are due, at most one of each key; they are the caller's for `lease` milliseconds. */
export function claimLetters(sql: Transaction, limit: number, lease: number): Promise<DeadLetter[]> {
  return sql.query<DeadLetter>('letter.claim', CLAIM, [limit, lease]);
}

// The number of attempts is the fencing token: whoever lost the lease has an older one.
const MINE = `join unnest($1::uuid[], $2::int[]) as mine(id, attempts) on mine.id = d.id and mine.attempts = d.attempts
  where d.state = 'waiting'`;
const FINISH = `delete from dead_letter where id in (select d.id from dead_letter d ${MINE} for update of d) returning id`;
const POSTPONE = `update dead_letter set due_at = now() + $3::float8 * interval '1 ms', cause_code = $4, cause_message = $5
  where id in (select d.id from dead_letter d ${MINE} for update of d)`;
const PARK = `with parked as (
    update dead_letter set state = 'parked', due_at = null, attempts = $3, cause_code = $4, cause_message = $5
    where id in (select d.id from dead_letter d ${MINE} for update of d) returning key, sequence
  )
  update dead_letter d set state = 'parked', due_at = null, cause_code = 'EVENT.BEHIND_PARKED',
    cause_message = 'an earlier event of this key is parked'
  from parked p where d.key = p.key and d.state = 'waiting' and d.sequence > p.sequence`;

const tokens = (letters: readonly DeadLetter[]): unknown[] => [
  letters.map(({ id }) => id),
  letters.map(({ attempts }) => attempts),
];

/** Takes handled letters away, in the transaction of their effects. @returns whether all were still the caller's */
export async function finishLetters(sql: Transaction, letters: readonly DeadLetter[]): Promise<boolean> {
  return (await sql.query('letter.finish', FINISH, tokens(letters))).length === letters.length;
}

/** Lets a claimed letter wait again. */
export async function postponeLetter(
  sql: Transaction,
  letter: DeadLetter,
  { cause, retryAfter }: { cause: unknown; retryAfter: number },
): Promise<void> {
  const values = [...tokens([letter]), retryAfter, codeOf(cause), safeMessage(cause)];
  await sql.query('letter.postpone', POSTPONE, values);
}

/** Leaves a claimed letter, and those behind it, to an operator. */
export async function parkLetter(
  sql: Transaction,
  letter: DeadLetter,
  { cause, attempts }: { cause: unknown; attempts: number },
): Promise<void> {
  const values = [...tokens([letter]), attempts, codeOf(cause), safeMessage(cause)];
  await sql.query('letter.park', PARK, values);
}

const OPEN = `select min(due_at) as due, count(*) filter (where state = 'waiting')::int as waiting,
  count(*) filter (where state = 'parked')::int as parked from dead_letter where state in ('parked', 'waiting')`;

interface OpenLetters {
  /** When the next waiting letter is due, if any waits. */
  due: Date | null;
  waiting: number;
  parked: number;
}

export async function openLetters(sql: Transaction): Promise<OpenLetters> {
  return (await sql.query<OpenLetters>('letter.open', OPEN))[0]!;
}

const LIST = `select ${COLUMNS} from dead_letter
  where state = any($1::text[]) and ($2 = '' or type = $2) and ($3::uuid is null or id < $3) order by id desc limit $4`;
const OF_KEY = `select ${COLUMNS} from dead_letter where state in ('parked', 'waiting')
  and key = (select key from dead_letter where id = $1 and state in ('parked', 'waiting')) order by sequence`;

/** Which letters to list: newest first, all types by default, those before the id `before`. */
export interface LetterFilter {
  states: readonly LetterState[];
  type?: string;
  before?: string | undefined;
}

export function listLetters(sql: Transaction, filter: LetterFilter, limit: number): Promise<DeadLetter[]> {
  const values = [filter.states, filter.type ?? '', filter.before || null, limit];
  return sql.query<DeadLetter>('letter.list', LIST, values);
}

/** All open letters of an open letter's key, in their order. */
export function lettersOfKey(sql: Transaction, id: string): Promise<DeadLetter[]> {
  return sql.query<DeadLetter>('letter.of-key', OF_KEY, [id]);
}

const codeOf = (cause: unknown): string => (cause as { code?: string }).code ?? 'EVENT.NOT_HANDLED';
