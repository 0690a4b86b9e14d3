import { describe, expect, it } from 'vitest';
import { search, versionOf } from './support/calls.ts';
import { eventually, podsOf } from './support/cluster.ts';
import { atTheDoor } from './support/door.ts';
import { answered, served } from './support/faults.ts';
import { patch, patched } from './support/patches.ts';
import { asGateway, counted, outside, send, type Group } from './support/probes.ts';
import { until, upstreams } from './support/proxies.ts';

const METHOD = 'ProductService/SearchProducts';

describe('a dark launch', () => {
  it('gives v2 a copy of every call, and callers the answer of v1', async () => {
    const [v2] = await podsOf('product', undefined, ',version=v2');
    await patched('virtualservice', 'product', 'canary/mirror/patch.yaml', async () => {
      await until(asGateway, (text) => text.includes('request_mirror_policies'));
      const before = await answered(v2!, METHOD);
      expect(counted(await send(asGateway, search({ count: 100 })), versionOf)).toEqual({ v1: 100 });
      await eventually(async () => expect((await answered(v2!, METHOD)) - before).toBe(100));
    });
  });
});

describe('a visitor', () => {
  const cookieOf = ({ headers }: Group): string =>
    /search=(v\d)/.exec(headers?.['set-cookie'] ?? '')?.[1] ?? 'none';
  const searchVersion = ({ body }: Group): string =>
    (JSON.parse(body) as { searchVersion: string }).searchVersion;

  it('stays with the version that chance gave him', async () => {
    await patched('virtualservice', 'shop', 'canary/sticky/patch.yaml', async () => {
      const visit = (cookie?: string) =>
        atTheDoor('/api/products?query=visit{n}', {
          count: 150,
          keep: ['set-cookie'],
          ...(cookie && { headers: { cookie } }),
        });
      await eventually(async () => {
        const versions = counted(await send(outside, visit()), cookieOf);
        expect(Object.keys(versions).sort()).toEqual(['v1', 'v2']);
        expect(versions['v2']! / 150).toBeLessThan(0.2);
      });
      for (const version of ['v1', 'v2']) {
        const again = await send(outside, visit(`other=1; search=${version}`));
        expect(counted(again, searchVersion)).toEqual({ [version]: 150 });
        expect(counted(again, cookieOf)).toEqual({ none: 150 });
      }
    });
  });
});

describe('blue and green gateways', () => {
  it('are switched at once, there and back, without a failed request', async () => {
    const [blue] = await podsOf('gateway', undefined, ',version=v1');
    const [green] = await podsOf('gateway', undefined, ',version=v2');
    const [door] = await podsOf('ingress-gateway', 'istio-ingress');
    const live = async () => (await upstreams(door!, 'outbound|80|live|gateway', 'istio-ingress')).length;
    expect(blue && green).toBeTruthy();
    const load = send(outside, atTheDoor('/api/products?query={n}', { seconds: 14, concurrency: 4 }));
    await patched('destinationrule', 'gateway', 'blue-green/to-green.yaml', async () => {
      const before = await served(green!, '/api/products');
      await eventually(async () =>
        expect(await served(green!, '/api/products')).toBeGreaterThan(before + 20),
      );
      await patch('destinationrule', 'gateway', 'blue-green/to-blue.yaml');
      // Two looks in a row, half a second apart, see the same.
      let last = -1;
      const nothingCame = async (): Promise<void> => {
        const before = last;
        last = await served(green!, '/api/products');
        expect(last).toBe(before);
      };
      await eventually(nothingCame, 20_000, 500);
    });
    expect(counted(await load)).toEqual({ '200': expect.any(Number) as unknown });
    expect(await live()).toBe(1);
  });
});
