import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fastify, type FastifyInstance } from 'fastify';
import { beforeEach, expect, it } from 'vitest';
import { createDrain } from './drain.ts';

interface Answer {
  status: number;
  connection: string | undefined;
}

let server: FastifyInstance;
let release: () => void;
let slowBegan: Promise<void>;

beforeEach(async () => {
  server = fastify();
  const released = new Promise<void>((resolve) => (release = resolve));
  slowBegan = new Promise((began) => {
    server.get('/slow', async () => {
      began();
      await released;
      return 'done';
    });
  });
  server.get('/', async () => 'here');
});

function get(path: string, agent: Agent): Promise<Answer> {
  const { port } = server.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, agent }, (answer) => {
      answer
        .resume()
        .on('end', () => resolve({ status: answer.statusCode!, connection: answer.headers.connection }));
    })
      .on('error', reject)
      .end();
  });
}

it('lets a running request end, tells clients to leave, then takes nobody in', async () => {
  const drain = createDrain(server);
  await server.listen({ port: 0, host: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect((await get('/', agent)).connection).toBe('keep-alive');
  const slow = get('/slow', new Agent({ keepAlive: true }));
  await slowBegan;
  const drained = drain(4_000);
  expect(await get('/', agent)).toEqual({ status: 200, connection: 'close' });
  release();
  expect(await slow).toEqual({ status: 200, connection: 'close' });
  await drained;
  expect(server.server.listening).toBe(false);
});

it('cuts off what does not end in time', async () => {
  const drain = createDrain(server);
  await server.listen({ port: 0, host: '127.0.0.1' });
  const cut = expect(get('/slow', new Agent())).rejects.toThrow();
  await slowBegan;
  await drain(80);
  await cut;
});
