import { fileURLToPath } from 'node:url';
import { migrate } from '@tradewind/database';
import { uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import pg from 'pg';
import { createPostgresEventLog, type EventLog } from '../../src/index.ts';
import { fact, logger, TOPIC } from '../bench.ts';
import { createProxy, type Proxy } from './proxy.ts';
import { LEASE, type ContractServer, type Place } from './server.ts';

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));

/** The server that the test run keeps for being killed; who started it starts it again. */
export async function openPostgresServer(): Promise<ContractServer> {
  const url = process.env['TEST_KILLABLE_POSTGRES_URL'];
  if (!url)
    throw new Error(
      'TEST_KILLABLE_POSTGRES_URL is not set: run the tests by npm test, which starts PostgreSQL',
    );
  return {
    open: () => openPlace(url),
    kill: async () => {
      const file = await ask<{ file: string }>(url, `select pg_read_file('postmaster.pid') as file`);
      process.kill(Number.parseInt(file!.file, 10), 'SIGKILL');
      await eventually(() =>
        ask(url, 'select 1').then(
          () => Promise.reject(new Error('still there')),
          () => {},
        ),
      );
    },
    back: async () => void (await eventually(() => ask(url, 'select 1'), { within: 30_000, every: 100 })),
    close: async () => {},
  };
}

async function openPlace(server: string): Promise<Place> {
  const name = `contract_${uuidV7().replaceAll('-', '')}`;
  await ask(server, `create database ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).toString();
  await migrate({ connectionString: url, directory: migrations });
  const closing: (() => Promise<unknown>)[] = [];
  const log = (through?: Proxy): EventLog => {
    const address = through ? Object.assign(new URL(url), { port: String(through.port) }).toString() : url;
    const it = createPostgresEventLog({ url: address, service: 'contract', logger, lease: LEASE });
    closing.unshift(() => it.close());
    return it;
  };
  return {
    log,
    async proxy() {
      const { hostname, port } = new URL(url);
      const proxy = await createProxy({ host: hostname, port: Number(port) });
      closing.push(() => proxy.close());
      return proxy;
    },
    appendRubbish: () => appendRubbish(url),
    throwOff: (proxy) => proxy.cut(),
    close: async () => {
      await Promise.allSettled(closing.map((close) => close()));
      await ask(server, `drop database if exists ${name} with (force)`);
    },
  };
}

/** What a person with a database client may have written. */
async function appendRubbish(url: string): Promise<number> {
  const payloads = ['"text"', '[]', '17', 'null', 'true'];
  for (const payload of payloads) {
    const { id, type, occurredAt } = fact('rubbish', 1);
    const values = [TOPIC, id, type, occurredAt, payload];
    await ask(
      url,
      `with place as (update topic_partition set next_offset = next_offset + 1 where topic = $1 and partition = 0
         returning next_offset - 1 as next)
       insert into event (topic, partition, log_offset, id, key, type, occurred_at, payload)
       select $1, 0, next, $2, 'rubbish', $3, $4, $5::jsonb from place`,
      values,
    );
  }
  return payloads.length;
}

async function ask<Row extends object>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows[0];
  } finally {
    await client.end().catch(() => {});
  }
}
