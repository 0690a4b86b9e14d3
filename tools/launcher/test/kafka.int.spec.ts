import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findSource, NoBrokerError } from '@tradewind/kafka-broker';
import { afterAll, describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { isAlive } from '../src/process-identity.ts';
import type { ServiceEntry } from '../src/services-file.ts';
import { startSystem, type RunningSystem } from '../src/system.ts';
import { eventually, makeSandbox, ownPort } from './fixtures.ts';

const sandbox = makeSandbox();
afterAll(() => sandbox.remove());

const topology = { ...sandbox.topology, kafkaPorts: { client: 10, controller: 30 } };
const options = { ...sandbox, topology, port: ownPort(), quiet: true, bus: 'kafka' as const };
const missing = await findSource({ progress: console.log }).then(
  () => undefined,
  (error: unknown) => error,
);

function needBroker(context: TestContext): void {
  if (missing instanceof NoBrokerError) context.skip(missing.line);
  else if (missing) throw missing;
}

const broker = (system: RunningSystem): ServiceEntry => system.services.find(({ name }) => name === 'kafka')!;

describe('a system on Kafka', () => {
  it('watches its broker: one that is killed comes back, and it ends with the others', async (context) => {
    needBroker(context);
    const system = await startSystem(options);
    onTestFinished(() => system.stop());
    expect(system.services.map(({ name }) => name)).toEqual(['postgresql', 'kafka', 'second', 'first']);
    const before = broker(system);
    expect(before).toMatchObject({ status: 'ready', adminUrl: null });
    await system.kill('kafka', 'SIGKILL');
    await system.waitUntilReady('kafka');
    expect(broker(system)).toMatchObject({ restarts: 1 });
    expect(broker(system).pid).not.toBe(before.pid);
    const pids = system.services.map(({ pid }) => pid!);
    const began = Date.now();
    await system.stop();
    expect(Date.now() - began).toBeLessThan(10_000);
    await eventually(() => !pids.some(isAlive));
  });

  it('leaves no broker behind when its launcher is killed', async (context) => {
    needBroker(context);
    const launcher = spawn(
      process.execPath,
      [join(import.meta.dirname, 'start.ts'), JSON.stringify(options)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [line] = (await once(launcher.stdout, 'data')) as [Buffer];
    const { pid } = (JSON.parse(line.toString()) as ServiceEntry[]).find(({ name }) => name === 'kafka')!;
    expect(isAlive(pid!)).toBe(true);
    launcher.kill('SIGKILL');
    await eventually(() => !isAlive(pid!));
    const next = await startSystem({ ...options, bus: 'postgres' }); // takes PostgreSQL over and ends it
    await next.stop();
  });

  it('does not start without a broker, and says how to get one', async () => {
    const given = startSystem({ ...options, kafkaBrokers: '127.0.0.1:1' });
    await expect(given).rejects.toThrow(
      /no broker answers at KAFKA_BROKERS=127.0.0.1:1[^]*Docker[^]*Java 17/,
    );
  });
});
