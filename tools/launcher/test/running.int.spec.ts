import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAlive } from '../src/process-identity.ts';
import type { ServicesFile } from '../src/services-file.ts';
import { startSystem, type RunningSystem } from '../src/system.ts';
import { eventually, makeSandbox, ownPort } from './fixtures.ts';

const sandbox = makeSandbox();
const { dataDirectory, topology } = sandbox;
const port = ownPort();
let system: RunningSystem;

beforeAll(async () => {
  system = await startSystem({ dataDirectory, topology, port, quiet: true });
});
afterAll(async () => {
  await system.stop();
  sandbox.remove();
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return await client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

const pidOf = (name: string): number => system.services.find((service) => service.name === name)!.pid!;
const readServicesFile = (): ServicesFile =>
  JSON.parse(readFileSync(`${dataDirectory}/run/services.json`, 'utf8')) as ServicesFile;
const logTimes = (name: string, what: string): number[] =>
  readFileSync(system.logFile(name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { time: number; msg: string })
    .filter(({ msg }) => msg === what)
    .map(({ time }) => time);

test('a process starts after those it depends on are ready', () => {
  expect(logTimes('second', 'began')[0]).toBeGreaterThanOrEqual(logTimes('first', 'ready')[0]!);
});

test('the list of services names everything that runs', () => {
  const file = readServicesFile();
  expect(file).toMatchObject({ launcherPid: process.pid, port });
  expect(file.services.map(({ name, status, adminUrl }) => [name, status, adminUrl])).toEqual([
    ['launcher', 'ready', null],
    ['postgresql', 'ready', null],
    ['second', 'ready', `http://127.0.0.1:${port + 21}`],
    ['first', 'ready', `http://127.0.0.1:${port + 20}`],
  ]);
});

test('a second launcher on the same data is refused and told who has it', async () => {
  const refused = startSystem({ dataDirectory, topology, port: port + 1, quiet: true });
  await expect(refused).rejects.toThrow(`process ${process.pid}, http://localhost:${port}/`);
});

test("a role cannot connect to another role's database, nor to PostgreSQL's own", async () => {
  const [own] = await query(system.databaseUrl('first'), 'select current_user as name');
  expect(own).toEqual({ name: 'first' });
  for (const other of ['second', 'eventlog', 'postgres', 'template1']) {
    const url = system.databaseUrl('first').replace(/first$/, other);
    await expect(query(url, 'select 1'), other).rejects.toThrow('permission denied for database');
  }
  const wrongPassword = system.databaseUrl('first').replace(/:[^:@]+@/, ':guessed@');
  await expect(query(wrongPassword, 'select 1')).rejects.toThrow('password authentication failed');
});

test('a process that is killed comes back', async () => {
  const before = pidOf('first');
  await system.kill('first', 'SIGKILL');
  await system.waitUntilReady('first');
  expect(pidOf('first')).not.toBe(before);
  expect(readServicesFile().services).toContainEqual(expect.objectContaining({ name: 'first', restarts: 1 }));
});

/** Children of this process that the system does not name yet. */
function strangers(): number[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ');
  const named = system.services.map(({ pid }) => pid);
  return children.map(Number).filter((pid) => !named.includes(pid));
}

const onLinux = process.platform === 'linux';

test.runIf(onLinux)('a process is replaced: its successor is ready before it is asked to end', async () => {
  const { restarts, pid: before } = system.services.find(({ name }) => name === 'first')!;
  await system.replace('first');
  expect(system.services.find(({ name }) => name === 'first')).toMatchObject({ status: 'ready', restarts });
  expect(pidOf('first')).not.toBe(before);
  expect(isAlive(before!)).toBe(false);
  const [began, asked] = ['began', 'asked to end'].map((what) => logTimes('first', what).at(-1)!);
  expect(asked! - began!).toBeGreaterThanOrEqual(200);
});

test.runIf(onLinux)('a successor that is killed leaves the old process at work', async () => {
  const before = pidOf('second');
  const replacing = system.replace('second');
  const again = system.replace('second');
  await expect(again).rejects.toThrow('being replaced already');
  await eventually(() => strangers().length === 1);
  process.kill(strangers()[0]!, 'SIGKILL');
  await expect(replacing).rejects.toThrow('did not become ready (SIGKILL)');
  expect(pidOf('second')).toBe(before);
  await system.waitUntilReady('second');
});

test('what keeps its data to itself cannot be replaced', async () => {
  await expect(system.replace('postgresql')).rejects.toThrow('postgresql is no service');
});

test('PostgreSQL that is killed comes back with what was committed', async () => {
  const url = system.databaseUrl('first');
  await query(url, 'create table kept as select 42 as answer');
  await system.kill('postgresql', 'SIGKILL');
  await system.waitUntilReady('postgresql');
  expect(await query(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('when everything is killed PostgreSQL comes back first: nobody starts in vain without it', async () => {
  const before = readServicesFile().services.find(({ name }) => name === 'second')!.restarts;
  await Promise.all(['postgresql', 'first', 'second'].map((name) => system.kill(name, 'SIGKILL')));
  for (const name of ['postgresql', 'first', 'second']) await system.waitUntilReady(name);
  const services = new Map(readServicesFile().services.map((service) => [service.name, service]));
  const startOf = (name: string): number => Date.parse(services.get(name)!.startedAt);
  expect(services.get('second')!.restarts).toBe(before + 1);
  expect(startOf('second')).toBeGreaterThan(startOf('postgresql'));
});

test('a process that hangs is killed when everything stops, and nothing is left', async () => {
  const pids = system.services.map(({ pid }) => pid!);
  await system.kill('second', 'SIGSTOP');
  const began = Date.now();
  await system.stop();
  expect(Date.now() - began).toBeLessThan(10_000);
  await eventually(() => !pids.some(isAlive));
  expect(readServicesFile().services.every(({ status }) => status === 'stopped')).toBe(true);
});
