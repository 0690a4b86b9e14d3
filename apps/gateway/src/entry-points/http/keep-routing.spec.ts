import { routingKey } from '@tradewind/rpc';
import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { keepRouting } from './keep-routing.ts';

it('what routes a request is known while it is worked on, also behind a body, and not to the next', async () => {
  const server = fastify();
  keepRouting(server);
  server.post('/', async () => {
    await new Promise(setImmediate);
    return { key: routingKey() };
  });
  const key = async (headers: Record<string, string>): Promise<string> =>
    (await server.inject({ method: 'POST', url: '/', headers, payload: { a: 1 } })).json().key;
  expect(await key({ 'x-search': 'v2', 'x-other': 'a' })).toBe('v2  ');
  expect(await key({ 'x-recommendations': 'b', 'x-lab': 'anna' })).toBe(' b anna');
  expect(await key({ 'x-search': 'v2\t evil' })).toBe('');
  expect(await key({})).toBe('');
  await server.close();
});
