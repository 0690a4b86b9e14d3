import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookInto } from './look-into.ts';
import { openBench, type Bench } from './trip.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 30_000);
afterAll(() => bench.close());

/** A real process that takes sagas up, and can really be stopped (SIGSTOP). */
function anotherProcess(url: string) {
  const script = fileURLToPath(new URL('./paused-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {
    says: (text: string) =>
      eventually(() => expect(said.split('\n')).toContain(text), { within: 15_000, every: 10 }),
    signal: (name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL') => child.kill(name),
    said: () => said,
  };
}

it(
  'a process that was paused in a call and wakes up cannot act on what it lost',
  { timeout: 30_000 },
  async () => {
    const look = lookInto(bench);
    const paused = anotherProcess(bench.url);
    try {
      const { id } = await bench.open(null);
      await paused.says('calls reserve');
      paused.signal('SIGSTOP');
      const successor = bench.runner();
      await successor.start();
      await eventually(async () => expect((await look.saga(id)).state).toBe('done'));
      const before = await look.journal(id);
      paused.signal('SIGCONT');
      await paused.says('another process owns this saga now');
      expect(paused.said()).not.toContain('calls pay');
      expect(await look.journal(id)).toEqual(before);
      expect(before.filter((line) => line === 'reserve succeeded 1')).toHaveLength(1);
      expect(await look.saga(id)).toMatchObject({ state: 'done', fence: 3 });
      expect(await look.trip(id)).toEqual({ status: 'booked', changes: 1 });
    } finally {
      paused.signal('SIGKILL');
    }
  },
);
