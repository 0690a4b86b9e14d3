import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { clusterArguments } from '@tradewind/cluster';
import { afterEach, describe, expect, it } from 'vitest';
import { search, versionOf } from './support/calls.ts';
import { eventually, get, NAMESPACE, podsOf } from './support/cluster.ts';
import { misbehaving } from './support/faults.ts';
import { asGateway, counted, send } from './support/probes.ts';

const program = join(import.meta.dirname, '../../tools/canary/src/main.ts');

/** As a user would: its exit code, and what it said. */
function canary(...args: string[]): Promise<{ code: number; said: string }> {
  const [option, value] = clusterArguments();
  const env = { ...process.env, ...(option === '--kubeconfig' && { KUBECONFIG: value }) };
  const context = option === '--context' ? ['--context', value!] : [];
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [program, ...args, ...context, '--namespace', NAMESPACE],
      { env },
      (error, out, errors) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, said: out + errors }),
    ),
  );
}

async function weightOfV2(): Promise<number> {
  const { spec } = await get('virtualservice', 'product');
  const routes = spec!['http'] as { name: string; route: { weight: number }[] }[];
  return routes.find(({ name }) => name === 'canary')!.route[1]!.weight;
}

const quick = ['--pause', '12s', '--every', '6s', '--min-requests', '20'];

describe('npm run canary', () => {
  afterEach(() => canary('rollback', 'product', 'v2'));

  it('walks every step under traffic, judged by the metrics of the services', async () => {
    const load = send(asGateway, search({ seconds: 85, concurrency: 1 }));
    const { code, said } = await canary('promote', 'product', 'v2', ...quick);
    expect(code, said).toBe(0);
    for (const step of ['10 %', '30 %', '50 %', '80 %', '100 %'])
      expect(said).toMatch(new RegExp(`^${step} .* good$`, 'm'));
    expect(await weightOfV2()).toBe(100);
    const { v1 = 0, v2 = 0 } = counted(await load, versionOf);
    expect(Math.min(v1, v2)).toBeGreaterThan(100);
  });

  it('takes the traffic back from a version that fails', async () => {
    const [v2] = await podsOf('product', undefined, ',version=v2');
    await misbehaving(v2!, 'product-failing', 50, async () => {
      const load = send(asGateway, search({ seconds: 30, concurrency: 1 }));
      const { code, said } = await canary('promote', 'product', 'v2', ...quick);
      expect({ code, said }).toEqual({
        code: 1,
        said: expect.stringMatching(/% of its calls failed/) as unknown,
      });
      expect(await weightOfV2()).toBe(0);
      await load;
    });
    await eventually(async () =>
      expect(counted(await send(asGateway, search({ count: 100 })), versionOf)).toEqual({ v1: 100 }),
    );
  });
});
