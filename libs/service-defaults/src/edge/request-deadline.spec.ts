import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPolicy, remainingMilliseconds } from '@tradewind/resilience';
import { eventually } from '@tradewind/testing';
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

it('what is done for a request ends when its caller goes away, and only then', async () => {
  const policy = createPolicy('inventory', {
    ...{ deadline: 10_000, attemptTimeout: 10_000, retry: { attempts: 1, initial: 1, maximum: 1 } },
    breaker: { failureRate: 1, minimumCalls: 100, window: 1_000, openFor: 1_000 },
    bulkhead: { limit: 10, queue: 0 },
  });
  const signals: AbortSignal[] = [];
  const server = fastify();
  obeyDeadlines(server);
  server.get('/quick', () =>
    policy.execute(async (signal) => {
      signals.push(signal);
      return {};
    }),
  );
  server.get('/endless', () => policy.execute((signal) => new Promise(() => signals.push(signal))));
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  await (await fetch(`http://127.0.0.1:${port}/quick`)).text();
  const request = get({ port, host: '127.0.0.1', path: '/endless' });
  request.on('error', () => undefined);
  await eventually(() => expect(signals).toHaveLength(2));
  request.destroy();
  await eventually(() => expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]));
  await server.close();
});
