import { describe, expect, it } from 'vitest';
import { recommend, search, versionOf } from './support/calls.ts';
import { changed, type Manifest } from './support/cluster.ts';
import { asGateway, counted, send } from './support/probes.ts';
import { sent, until, upstreams } from './support/proxies.ts';

interface Route {
  name: string;
  route: { weight?: number }[];
}

/** As `npm run canary` does: the weights of one route, and nothing else. */
export function weights(v2: number): (manifest: Manifest) => void {
  return ({ spec }) => {
    const route = (spec!['http'] as Route[]).find(({ name }) => name === 'canary')!;
    route.route[0]!.weight = 100 - v2;
    route.route[1]!.weight = v2;
  };
}

const CALLS = 1_000;

describe('the canary of the product search', () => {
  it('gives all calls to v1 before it begins', async () => {
    const report = await send(asGateway, search({ count: 200 }));
    expect(counted(report, versionOf)).toEqual({ v1: 200 });
  });

  it.each([10, 30, 50, 80, 100])('gives v2 %i of 100 calls, within 4 points', async (share) => {
    await changed('virtualservice', 'product', weights(share), async () => {
      await until(asGateway, (text) => share === 100 || text.includes(`"weight": ${share}`));
      const report = await send(asGateway, search({ count: CALLS }));
      const { v1 = 0, v2 = 0 } = counted(report, versionOf);
      expect(v1 + v2).toBe(CALLS);
      expect(Math.abs((100 * v2) / CALLS - share)).toBeLessThanOrEqual(4);
    });
  });

  it('lets who asks for a version have it, whatever the weights', async () => {
    const v2 = await send(asGateway, search({ count: 50, headers: { 'x-search': 'v2' } }));
    const v1 = await send(asGateway, search({ count: 50, headers: { 'x-search': 'v1' } }));
    expect([counted(v2, versionOf), counted(v1, versionOf)]).toEqual([{ v2: 50 }, { v1: 50 }]);
  });
});

describe('the experiment of the recommendations', () => {
  const sentTo = async (subset: string): Promise<number> =>
    sent(await upstreams(asGateway.name, `outbound|9090|${subset}|recommendation`));

  it('leads each group to its own algorithm', async () => {
    const before = [await sentTo('a'), await sentTo('b')];
    expect(counted(await send(asGateway, recommend({ count: 30 })))).toEqual({ '200 grpc 0 OK': 30 });
    await send(asGateway, recommend({ count: 20, headers: { 'x-recommendations': 'b' } }));
    expect([(await sentTo('a')) - before[0]!, (await sentTo('b')) - before[1]!]).toEqual([30, 20]);
  });
});
