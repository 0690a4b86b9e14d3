import { createLogger } from '@tradewind/observability';
import { createTestDatabase, type TestDatabase } from '@tradewind/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createProtection } from '../src/entry-points/http/protection/create-protection.ts';
import { shareLimits } from '../src/infrastructure/shared-limits.ts';

const settings = { ordersPerSecond: 2, requestsPerSecond: 9, addressPerSecond: 9, concurrency: 512 };
const AT_ONCE = 10;

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('gateway');
});
afterAll(() => test.drop());

/** As many as replicas, each with a database connection of its own, started at the same time. */
async function replicas(url: string, count: number) {
  const shared = Array.from({ length: count }, () => shareLimits(url, createLogger('gateway', 'silent')));
  await Promise.all(shared.flatMap(({ lifecycles }) => lifecycles.map((it) => it.start?.())));
  const stop = () => Promise.all(shared.flatMap(({ lifecycles }) => lifecycles.map((it) => it.stop?.())));
  return { limits: shared.map(({ store }) => createProtection(settings, store).limits.orders), stop };
}

it('a shopper who goes from one replica to the other may not order more for that', async () => {
  const { limits, stop } = await replicas(test.url, 3);
  const decisions = await Promise.all(
    limits.flatMap((limit) => Array.from({ length: AT_ONCE }, () => limit.take('ada'))),
  );
  expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(AT_ONCE);
  expect((await limits[0]!.take('grace')).allowed).toBe(true);
  await stop();
});

it('each counts by itself while the database is away', async () => {
  const { limits, stop } = await replicas('postgres://a:b@127.0.0.1:1/c', 2);
  for (const limit of limits) expect((await limit.take('ada')).allowed).toBe(true);
  await stop();
});
