import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { isAlive } from '../src/process-identity.ts';
import type { ServiceEntry, ServicesFile } from '../src/services-file.ts';
import { startSystem } from '../src/system.ts';
import { eventually, makeSandbox, ownPort } from './fixtures.ts';

const sandbox = makeSandbox();
const { dataDirectory, topology, brokenTopology } = sandbox;
afterAll(() => sandbox.remove());

const options = { dataDirectory, topology, port: ownPort(), quiet: true };

test('a launcher that is killed leaves a lock and PostgreSQL; the next one takes both over', async () => {
  const launcher = spawn(process.execPath, [join(import.meta.dirname, 'start.ts'), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(launcher.stdout, 'data')) as [Buffer];
  const services = JSON.parse(line.toString()) as ServiceEntry[];
  const [server, ...others] = services.map(({ pid }) => pid!);
  launcher.kill('SIGKILL');
  await eventually(() => !others.some(isAlive));
  expect(isAlive(server!)).toBe(true);
  expect(existsSync(join(dataDirectory, 'run', 'launcher.lock'))).toBe(true);

  const next = await startSystem(options);
  expect(isAlive(server!)).toBe(false);
  expect(next.services.every(({ status }) => status === 'ready')).toBe(true);
  await next.stop();
});

test('a process that cannot start ends the start, with the end of its log; nothing is left', async () => {
  const start = startSystem({ ...options, topology: brokenTopology });
  await expect(start).rejects.toThrow(
    /second ended \(exit code 3\) while it started[^]*ORDER_LIMIT is missing/,
  );
  const { services } = JSON.parse(
    readFileSync(join(dataDirectory, 'run', 'services.json'), 'utf8'),
  ) as ServicesFile;
  expect(services.map(({ status }) => status)).toEqual(['stopped', 'stopped', 'stopped', 'stopped']);
});

test('a start can be ended while it is under way', async () => {
  const cancel = new AbortController();
  const start = startSystem({ ...options, signal: cancel.signal });
  await eventually(() => existsSync(join(dataDirectory, 'postgres', 'postmaster.pid')));
  cancel.abort(new Error('changed my mind'));
  await expect(start).rejects.toThrow('changed my mind');
  expect(existsSync(join(dataDirectory, 'postgres', 'postmaster.pid'))).toBe(false);
});

test('a fresh start keeps nothing of the earlier one', async () => {
  const run = async (fresh: boolean, sql: string): Promise<unknown[]> => {
    const system = await startSystem({ ...options, fresh });
    const client = new pg.Client({ connectionString: system.databaseUrl('first') });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    await system.stop();
    return rows;
  };
  await run(false, 'create table kept ()');
  expect(await run(true, "select to_regclass('kept') as found")).toEqual([{ found: null }]);
});
