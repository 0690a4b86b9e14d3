import { createDatabase, type Database } from '@tradewind/database';
import { createTestDatabase, seededRandom, type TestDatabase } from '@tradewind/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  RATE_LIMIT_TABLE,
  removeUnusedKeys,
  sharedRateLimits,
  type RateLimitAlgorithm,
  type RateLimitRule,
} from '../src/index.ts';
import type { RateLimitState } from '../src/rate-limits/rule.ts';
import { takeFromLimit } from '../src/rate-limits/take.ts';

const SEED = 20260312;
const ALGORITHMS: RateLimitAlgorithm[] = ['token-bucket', 'leaky-bucket', 'fixed-window', 'sliding-window'];

let test: TestDatabase;
let replicas: Database[];

beforeAll(async () => {
  test = await createTestDatabase('resilience');
  replicas = [1, 2, 3].map(() => createDatabase({ url: test.url, service: 'replica', connections: 4 }));
  await replicas[0]!.query('table', RATE_LIMIT_TABLE);
});
afterAll(async () => {
  await Promise.all(replicas.map((it) => it.close()));
  await test.drop();
});

describe.each(ALGORITHMS)('a %s that replicas share', (algorithm) => {
  it(`counts as the arithmetic does, call by call (seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    for (let round = 0; round < 8; round++) {
      const limit = 1 + Math.floor(random() * 9);
      const burst = 1 + Math.floor(random() * 9);
      const rule: RateLimitRule = { name: `same-${round}`, algorithm, limit, burst, window: 1_000 };
      let now = 1_800_000_000_000;
      let state: RateLimitState | undefined;
      const store = sharedRateLimits(replicas[0]!, () => now);
      for (let call = 0; call < 40; call++) {
        now += random() < 0.5 ? 0 : Math.floor(random() * 1_500);
        const here = takeFromLimit(rule, state, now);
        state = here.state;
        expect(await store.take(rule, 'ann', 1)).toEqual(here.decision);
      }
    }
  });

  it('lets the limit through once, however many ask at the same time', async () => {
    const rule: RateLimitRule = { name: 'race', algorithm, limit: 20, burst: 19, window: 3_600_000 };
    const frozen = (): number => 1_800_000_000_000;
    const stores = replicas.map((it) => sharedRateLimits(it, frozen));
    const asked = Array.from({ length: 90 }, (_, index) => stores[index % 3]!.take(rule, 'ann', 1));
    const passed = (await Promise.all(asked)).filter(({ allowed }) => allowed).length;
    expect(passed).toBe(algorithm === 'token-bucket' ? 19 : 20);
  });
});

it('the clock is the database’s', async () => {
  const rule: RateLimitRule = { name: 'clock', algorithm: 'fixed-window', limit: 1, window: 3_600_000 };
  const store = sharedRateLimits(replicas[1]!);
  expect(await store.take(rule, 'ann', 1)).toMatchObject({ allowed: true, remaining: 0 });
  const refused = await sharedRateLimits(replicas[2]!).take(rule, 'ann', 1);
  expect(refused.allowed).toBe(false);
  expect(refused.retryAfter).toBeLessThanOrEqual(3_600_000);
});

it('keys that nobody has used for long are removed, others stay', async () => {
  const rule: RateLimitRule = { name: 'old', algorithm: 'token-bucket', limit: 1, window: 1_000 };
  const hourAgo = Date.now() - 3_600_000;
  await sharedRateLimits(replicas[0]!, () => hourAgo).take(rule, 'gone', 1);
  await sharedRateLimits(replicas[0]!).take(rule, 'here', 1);
  await removeUnusedKeys(replicas[0]!, 1_800_000);
  const left = await replicas[0]!.query<{ key: string }>(
    'left',
    `select key from rate_limits where name = 'old/token-bucket'`,
  );
  expect(left).toEqual([{ key: 'here' }]);
});
