import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { trustProxies } from './trust-proxies.ts';

it.each([
  [0, '127.0.0.1'],
  [1, '203.0.113.9'],
  [2, '198.51.100.7'],
])('with %i proxies in front the caller is %s', async (proxies, expected) => {
  const server = fastify({ trustProxy: trustProxies(proxies) });
  server.get('/', (request) => request.ip);
  const headers = { 'x-forwarded-for': '192.0.2.66, 198.51.100.7, 203.0.113.9' };
  expect((await server.inject({ url: '/', headers })).body).toBe(expected);
  await server.close();
});
