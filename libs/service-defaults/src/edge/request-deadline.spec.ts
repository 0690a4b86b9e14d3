import { remainingMilliseconds } from '@tradewind/resilience';
import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { obeyDeadlines } from './request-deadline.ts';

it('a request has the time that its caller has, and no limit when it says none', async () => {
  const server = fastify();
  obeyDeadlines(server);
  server.post('/', async () => ({
    left: remainingMilliseconds() === Infinity ? null : remainingMilliseconds(),
  }));
  const left = async (headers: Record<string, string>): Promise<number | null> =>
    (await server.inject({ method: 'POST', url: '/', headers, payload: { a: 1 } })).json().left;
  expect(await left({})).toBeNull();
  const told = (await left({ 'x-envoy-expected-rq-timeout-ms': '60000' }))!;
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThanOrEqual(60_000);
  await server.close();
});
