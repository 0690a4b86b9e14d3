import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheDoor } from './support/door.ts';
import { eventually, type Manifest } from './support/cluster.ts';
import { counted, outside, send, type Group } from './support/probes.ts';
import {
  startRateLimitService,
  stopRateLimitService,
  takeRateLimitServiceAway,
} from './support/rate-limit-service.ts';
import { inPlace, shipped } from './support/shipped.ts';

const DOOR = 'istio-ingress';
const KEPT = ['retry-after', 'content-type', 'x-ratelimit-limit'];
const local = (): Manifest[] => ['answer', 'limits'].flatMap((it) => shipped(`rate-limits/local/${it}.yaml`));

/** Calls one after the other: 200, 400, or 429 by the door. */
async function ask(path: string, count: number, headers: Record<string, string> = {}, method = 'GET') {
  const job = atTheDoor(path, { count, headers, method, concurrency: 1, keep: KEPT });
  return send(outside, job);
}
const limitOf = async (path: string, method?: string): Promise<string | undefined> =>
  (await ask(path, 1, {}, method)).groups[0]!.headers?.['x-ratelimit-limit'];
const isThere = (): Promise<void> => eventually(async () => expect(await limitOf('/api/me')).toBe('4000'));
const status = ({ status: it }: Group): string => String(it);

interface Bucket {
  entries: { value: string }[];
  token_bucket: { max_tokens: number; tokens_per_fill: number; fill_interval: string };
}

/** The limit of placing orders, so small that it is reached by a few. */
function withFewOrders(manifests: readonly Manifest[]): Manifest[] {
  const changed = structuredClone(manifests) as Manifest[];
  const patches = changed.flatMap((it) => it.spec!['configPatches'] as { patch: { value: unknown } }[]);
  const buckets = patches.flatMap(
    ({ patch }) =>
      (patch.value as { typed_config?: { descriptors?: Bucket[] } }).typed_config?.descriptors ?? [],
  );
  const orders = buckets.find(({ entries }) => entries[0]!.value === 'orders')!;
  orders.token_bucket = { max_tokens: 3, tokens_per_fill: 3, fill_interval: '60s' };
  return changed;
}

describe('limits in each proxy of the door', () => {
  it('let five go on and refuse the sixth with a problem document that says when to come back', async () => {
    await inPlace(
      local(),
      async () => {
        await isThere();
        const report = await ask('/api/me', 7, { 'x-lab': 'local-rate-limit' });
        expect(counted(report, status)).toEqual({ 200: 5, 429: 2 });
        const refused = report.groups.find((it) => it.status === 429)!;
        expect(refused.headers).toEqual({
          'retry-after': '1',
          'content-type': 'application/problem+json',
          'x-ratelimit-limit': '5',
        });
        expect(JSON.parse(refused.body)).toMatchObject({ status: 429, code: 'RATE_LIMIT.EXCEEDED' });
        // Others have their own count.
        expect(counted(await ask('/api/me', 7), status)).toEqual({ 200: 7 });
      },
      DOOR,
    );
  });

  it('count placing orders by itself', async () => {
    await inPlace(
      withFewOrders(local()),
      async () => {
        await isThere();
        // The shop's own refusal: the body is no order.
        expect(counted(await ask('/api/orders', 5, {}, 'POST'), status)).toEqual({ 400: 3, 429: 2 });
        expect(counted(await ask('/api/products', 5), status)).toEqual({ 200: 5 });
      },
      DOOR,
    );
    await eventually(async () => expect(await limitOf('/api/me')).toBeUndefined());
  });
});

describe('limits that all proxies of the door share', () => {
  beforeAll(startRateLimitService, 600_000);
  afterAll(stopRateLimitService);

  const asShopper = (name: string) => ({ cookie: `tradewind_session=${name}.not-signed` });
  const orders = (name: string, count: number) => ask('/api/orders', count, asShopper(name), 'POST');

  it('count by shopper and by endpoint, and let everybody go on while nobody counts', async () => {
    await eventually(async () =>
      expect(counted(await ask('/api/me', 6, { 'x-lab': 'global-rate-limit' }), status)).toEqual({ 429: 6 }),
    );
    expect(counted(await orders('anna', 7), status)).toEqual({ 400: 5, 429: 2 });
    expect(counted(await orders('bert', 5), status)).toEqual({ 400: 5 });
    expect(counted(await ask('/api/me', 7, asShopper('anna')), status)).toEqual({ 200: 7 });

    await takeRateLimitServiceAway();
    await eventually(async () => expect(counted(await orders('anna', 7), status)).toEqual({ 400: 7 }));
  });
});
