import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { operate, processes } from './operator.ts';
import { shopUrl } from './shop.ts';
import { spansOf } from './traces.ts';

/** Something that the system has left behind, as text, and where it was found. */
export interface Left {
  where: string;
  text: string;
}

/** Where `npm start` keeps its data, unless the test run says otherwise. */
const data = process.env['TRADEWIND_DATA'] ?? join(import.meta.dirname, '../../.tradewind');

/** Every log file: the services' and PostgreSQL's own. */
export function logFiles(): Left[] {
  const folder = join(data, 'logs');
  return readdirSync(folder).map((name) => ({ where: name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** What operators can see: logs, spans, events, dead letters, sagas, metrics, policies. */
export async function operatorsView(orderIds: readonly string[]): Promise<Left[]> {
  const { items } = await operate<{ items: { traceId: string }[] }>('/ops/api/traces?limit=500');
  const spans = await Promise.all(items.map(({ traceId }) => spansOf(traceId)));
  const metrics = await Promise.all(
    (await processes()).map(({ name }) => textOf(`/ops/api/metrics/${name}`)),
  );
  const pages = [
    ...['/ops/api/logs?limit=500', '/ops/api/dead-letters?state=all', '/ops/api/resilience'],
    ...['/ops/api/messaging', '/ops/api/reconciliation', '/ops/api/faults'],
    ...orderIds.flatMap((id) => [`/ops/api/events?aggregateId=${id}`, `/ops/api/sagas/${id}`]),
  ];
  return [
    { where: 'spans', text: JSON.stringify(spans) },
    { where: 'metrics', text: metrics.join('\n') },
    ...(await Promise.all(pages.map(async (page) => ({ where: page, text: await textOf(page) })))),
  ];
}

async function textOf(path: string): Promise<string> {
  const answer = await fetch(new URL(path, shopUrl));
  return answer.ok ? answer.text() : '';
}

/** Every table in which one of these strings stands in any column, as `database.table`. */
export async function tablesWith(needles: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const database of await databases()) {
    await onDatabase(database, async (client) => {
      for (const table of await tables(client)) {
        const text = `select 1 from ${table} t where exists (select from unnest($1::text[]) n where strpos(t::text, n) > 0) limit 1`;
        if ((await client.query(text, [needles])).rowCount) found.push(`${database}.${table}`);
      }
    });
  }
  return found.toSorted();
}

function databases(): Promise<string[]> {
  const text = `select datname as name from pg_database where not datistemplate and datname <> 'postgres'`;
  return onDatabase('postgres', async (client) => namesOf(await client.query(text)));
}

async function tables(client: pg.Client): Promise<string[]> {
  const text = `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables`;
  return namesOf(await client.query(text));
}

const namesOf = ({ rows }: { rows: { name: string }[] }): string[] => rows.map(({ name }) => name);

async function onDatabase<T>(name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(process.env['TEST_POSTGRES_URL']!);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
