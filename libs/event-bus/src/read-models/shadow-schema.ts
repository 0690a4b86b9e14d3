import type { Database, Transaction } from '@tradewind/database';
import { lowestUuidV7 } from '../lowest-uuid-v7.ts';
import type { AnyReadModel } from './read-model.ts';

/** What a shadow needs besides the model's tables: its own memory of what was handled, and of what could not be. */
const MESSAGING = ['inbox', 'dead_letter'];

export const shadowName = (jobId: string): string => `rebuild_${jobId.replaceAll('-', '')}`;

/** Empty copies of the model's tables, in a schema of their own. Indexes get the names of the originals. */
export async function createShadow(database: Database, model: AnyReadModel, shadow: string): Promise<void> {
  await database.transaction(async (sql) => {
    await run(sql, `create schema ${shadow}`);
    for (const table of [...model.tables, ...MESSAGING])
      await run(sql, `create table ${shadow}.${table} (like public.${table} including all)`);
    for (const table of model.tables) await nameIndexes(sql, table, shadow);
    // What an operator has given up stays given up.
    await run(
      sql,
      `insert into ${shadow}.inbox (event_id) select event_id from public.dead_letter where state = 'discarded'`,
    );
  });
}

export async function dropShadow(database: Database, shadow: string): Promise<void> {
  await database.pool.query(`drop schema if exists ${shadow} cascade`);
}

interface Index {
  name: string;
  definition: string;
}

const INDEXES = `select c.relname as name, regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING ', '') ||
    ' ' || i.indisunique || ' ' || i.indisprimary as definition
  from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = $1::text::regclass order by 2, 1`;

/** Statements and constraints may call an index by its name. An index of the same definition is the same index. */
async function nameIndexes(sql: Transaction, table: string, shadow: string): Promise<void> {
  const [originals, copies] = await Promise.all([
    indexesOf(sql, `public.${table}`),
    indexesOf(sql, `${shadow}.${table}`),
  ]);
  for (const [place, copy] of copies.entries()) {
    await run(sql, `alter index ${shadow}.${copy.name} rename to copy_of_index_${place}`);
  }
  for (const [place, copy] of copies.entries()) {
    const original = originals[place];
    if (original?.definition !== copy.definition) throw new Error(`${table}: an index could not be copied`);
    await run(sql, `alter index ${shadow}.copy_of_index_${place} rename to ${original.name}`);
  }
}

const indexesOf = (sql: Transaction, table: string): Promise<Index[]> =>
  sql.query<Index>('shadow.indexes', INDEXES, [table]);

/** The same database, seen so that the shadow's tables hide those of the same name. */
export function shadowed(database: Database, shadow: string): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction(async (sql) => {
        await sql.query('shadow.enter', `select set_config('search_path', $1, true)`, [`${shadow}, public`]);
        return work(sql);
      }),
  };
}

/** Rows that only one of the two has, of those that stem from events. */
export async function countDifferences(
  sql: Transaction,
  model: AnyReadModel,
  shadow: string,
): Promise<number> {
  let sum = 0;
  for (const table of model.tables) {
    const where = `where ${model.folded?.[table] ?? 'true'}`;
    const [live, copy] = [
      `select * from public.${table} ${where}`,
      `select * from ${shadow}.${table} ${where}`,
    ];
    const text = `select count(*)::int as n from ((${live} except ${copy}) union all (${copy} except ${live})) d`;
    sum += (await run<{ n: number }>(sql, text))[0]!.n;
  }
  return sum;
}

/** Events of `since` or later that the shadow has handled and the live consumer has not. */
export async function countAhead(sql: Transaction, shadow: string, since: number): Promise<number> {
  const text = `select count(*)::int as n from ${shadow}.inbox s
    where s.event_id >= '${lowestUuidV7(since)}' and not exists (select 1 from public.inbox l where l.event_id = s.event_id)`;
  return (await run<{ n: number }>(sql, text))[0]!.n;
}

/** Puts the shadow in the place of the live tables. The caller holds off the live consumer. */
export async function swapIn(
  sql: Transaction,
  model: AnyReadModel,
  shadow: string,
  since: number,
): Promise<void> {
  await run(
    sql,
    `lock table ${model.tables.map((table) => `public.${table}`).join()} in access exclusive mode`,
  );
  await model.adopt?.(sql, shadow);
  await takeOverInbox(sql, shadow, since);
  await takeOverLetters(sql, model, shadow);
  for (const table of model.tables) {
    await run(sql, `drop table public.${table}`);
    await run(sql, `alter table ${shadow}.${table} set schema public`);
  }
  await run(sql, `drop schema ${shadow} cascade`);
}

/**
 * What the shadow has handled is handled: the live consumer will pass over it. What happened before `since` is left out: so
 * long ago that the inbox has forgotten it, nobody delivers it any more.
 */
async function takeOverInbox(sql: Transaction, shadow: string, since: number): Promise<void> {
  const text = `insert into public.inbox (event_id) select event_id from ${shadow}.inbox
    where event_id >= '${lowestUuidV7(since)}' on conflict do nothing`;
  await run(sql, text);
}

/** Letters that the shadow could handle are closed; those that it could not handle either stay, or come to stay. */
async function takeOverLetters(sql: Transaction, model: AnyReadModel, shadow: string): Promise<void> {
  await sql.query(
    `letters.close.${shadow}`,
    `update public.dead_letter d set state = 'replayed', operator = 'rebuild', note = 'part of a rebuilt read model',
        closed_at = now(), due_at = null
      where d.state in ('parked', 'waiting') and d.type = any($1::text[])
        and exists (select 1 from ${shadow}.inbox i where i.event_id = d.event_id)
        and not exists (select 1 from ${shadow}.dead_letter s where s.event_id = d.event_id)`,
    [model.subscriptions.types],
  );
  await run(
    sql,
    `insert into public.dead_letter (id, event_id, type, key, event, cause_code, cause_message, attempts, state, due_at)
      select id, event_id, type, key, event, cause_code, cause_message, attempts, state, due_at
      from ${shadow}.dead_letter order by sequence on conflict (event_id) do nothing`,
  );
}

let statements = 0;
/** Statements with a schema's name in them are made once and never again. */
function run<Row extends object>(sql: Transaction, text: string): Promise<Row[]> {
  return sql.query<Row>(`shadow.${process.pid}.${++statements}`, text);
}
