import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { choosePorts } from './ports.ts';
import type { Topology } from './topology.ts';

const base = 31_000 + (process.pid % 20) * 60;
const topology: Topology = {
  postgresPort: 9,
  processes: [{ name: 'gateway', ports: { http: 0, admin: 20 } }],
};

let occupied: Server | undefined;
afterEach(() => occupied?.close());

const occupy = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    occupied = createServer().once('error', reject).listen(port, '127.0.0.1', resolve);
  });

test('the table is followed', async () => {
  const ports = await choosePorts(topology, base);
  expect([ports.of('gateway', 'http'), ports.of('gateway', 'admin'), ports.postgres]).toEqual([
    base,
    base + 20,
    base + 9,
  ]);
});

test('a taken inner port is replaced by one outside of the table', async () => {
  await occupy(base + 20);
  const ports = await choosePorts(topology, base);
  expect(ports.of('gateway', 'admin')).toBeGreaterThanOrEqual(base + 40);
});

test("a taken shop's port is named, with its holder and the remedy", async () => {
  await occupy(base);
  const failure = choosePorts(topology, base);
  await expect(failure).rejects.toThrow(`Port ${base} is in use`);
  await expect(failure).rejects.toThrow(`PORT=${base + 10} npm start`);
  if (process.platform === 'linux') await expect(failure).rejects.toThrow(`process ${process.pid}`);
});

test('a port that browsers and fetch refuse is replaced, or refused as the address of the shop', async () => {
  const near = { ...topology, processes: [{ name: 'gateway', ports: { http: 0, admin: 10_080 - base } }] };
  expect((await choosePorts(near, base)).of('gateway', 'admin')).toBeGreaterThanOrEqual(base + 40);
  await expect(choosePorts(topology, 6_000)).rejects.toThrow('Browsers refuse to open port 6000');
  await expect(fetch('http://127.0.0.1:10080')).rejects.toMatchObject({ cause: { message: 'bad port' } });
});
