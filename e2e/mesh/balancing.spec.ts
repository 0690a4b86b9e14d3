import { describe, expect, it } from 'vitest';
import { recommend } from './support/calls.ts';
import { applied, eventually, get, kubectl, NAMESPACE } from './support/cluster.ts';
import { asControlRoom, asGateway, counted, send } from './support/probes.ts';
import { upstreams, type Upstream } from './support/proxies.ts';
import { knows, scaled } from './support/scale.ts';

const LEDGER = 'http://psp-simulator:8080/v1/ledger?limit=1';
const provider = () => upstreams(asControlRoom.name, 'outbound|8080||psp-simulator');
const groupA = () => upstreams(asGateway.name, 'outbound|9090|a|recommendation');

/** What each instance got meanwhile, the largest first. */
function shares(before: readonly Upstream[], after: readonly Upstream[]): number[] {
  const got = after.map(
    ({ address, total }) => total - (before.find((it) => it.address === address)?.total ?? 0),
  );
  return got.sort((a, b) => b - a);
}

describe('calls are spread', () => {
  it('in turn over the replicas of recommendation', async () => {
    await scaled('recommendation', 2, async () => {
      await knows(async () => (await groupA()).length, 2);
      const before = await groupA();
      await send(asGateway, recommend({ count: 100, concurrency: 1 }));
      const [most = 0, least = 0] = shares(before, await groupA());
      expect(most + least).toBe(100);
      expect(most - least).toBeLessThanOrEqual(10);
    });
  });

  it('by their key over the replicas of the provider: one key always to the same', async () => {
    await scaled('psp-simulator', 2, async () => {
      await knows(async () => (await provider()).length, 2);
      let before = await provider();
      await send(asControlRoom, { url: LEDGER, count: 60, headers: { 'idempotency-key': 'one' } });
      expect(shares(before, await provider())).toEqual([60, 0]);
      before = await provider();
      await send(asControlRoom, { url: LEDGER, count: 200, headers: { 'idempotency-key': 'key-{n}' } });
      const [most = 0, least = 0] = shares(before, await provider());
      expect(most + least).toBe(200);
      expect(least).toBeGreaterThan(50);
    });
  });
});

describe('a call', () => {
  it('stays in the zone of its caller, and leaves it when nobody is there', async () => {
    await applied([await elsewhere()], async () => {
      await kubectl([
        '-n',
        NAMESPACE,
        'rollout',
        'status',
        'deployment',
        'recommendation-elsewhere',
        '--timeout=90s',
      ]);
      await knows(async () => (await groupA()).length, 2);
      const before = await groupA();
      expect(counted(await send(asGateway, recommend({ count: 100 })))).toEqual({ '200 grpc 0 OK': 100 });
      expect(shares(before, await groupA())).toEqual([100, 0]);
      await scaled('recommendation', 0, async () => {
        await knows(async () => (await groupA()).length, 1);
        await eventually(async () =>
          expect(counted(await send(asGateway, recommend({ count: 50 })))).toEqual({ '200 grpc 0 OK': 50 }),
        );
      });
    });
  });
});

/** A replica in another zone: Istio takes the place of a pod from this label before it asks its node. */
async function elsewhere(): Promise<object> {
  const { spec, metadata, ...deployment } = structuredClone(await get('deployment', 'recommendation'));
  const template = (spec as { template: { metadata: { labels: Record<string, string> } } }).template;
  template.metadata.labels['istio-locality'] = 'here.here-b';
  return {
    ...deployment,
    status: undefined,
    metadata: { name: 'recommendation-elsewhere', labels: metadata.labels },
    spec: { ...spec, replicas: 1, selector: { matchLabels: template.metadata.labels } },
  };
}
