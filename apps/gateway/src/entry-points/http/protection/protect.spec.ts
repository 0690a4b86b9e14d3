import { createLoadShedder, createRateLimiter } from '@tradewind/resilience';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { endpointOf, priorityOf } from './endpoint.ts';
import { protect } from './protect.ts';

const rule = (name: string, limit: number) =>
  createRateLimiter({ name, algorithm: 'token-bucket', limit, window: 60_000 });

function serve(limit: number, places = 8) {
  const app = fastify();
  const session = { find: (request: { headers: { cookie?: string } }) => request.headers.cookie };
  const limits = {
    orders: rule('orders', limit),
    shopper: rule('shopper', limit),
    address: rule('address', 100),
  };
  const shedder = createLoadShedder('gateway', { initial: places, minimum: places, maximum: places });
  protect(app, { session: session as never, limits, shedder });
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  app.get('/api/products', () => held.then(() => ({})));
  app.post('/api/orders', () => ({}));
  app.get('/ops/api/sagas', () => ({}));
  return { app, release };
}

describe('the gateway', () => {
  it.each([
    ['POST', '/api/orders', 'order', 'critical'],
    ['GET', '/api/orders/:orderId', 'cart', 'normal'],
    ['POST', '/api/cart/items', 'cart', 'normal'],
    ['GET', '/api/products', 'browse', 'low'],
    ['GET', '/api/orders/:orderId/events', 'stream', 'normal'],
  ] as const)('takes %s %s for %s: %s', (method, route, endpoint, priority) => {
    expect(endpointOf(method, route)).toBe(endpoint);
    expect(priorityOf(endpoint)).toBe(priority);
  });

  it.each(['/ops/api/sagas', '/*', '/api/docs', '/api/openapi.json'])('leaves %s alone', (route) => {
    expect(endpointOf('GET', route)).toBeUndefined();
  });

  it('tells who asks too often when to come back, and nobody else', async () => {
    const { app } = serve(2);
    const ask = (cookie: string) => app.inject({ method: 'POST', url: '/api/orders', headers: { cookie } });
    await ask('ada');
    expect((await ask('ada')).headers).toMatchObject({
      'ratelimit-policy': '"orders";q=2;w=60',
      ratelimit: '"orders";r=0;t=60',
    });
    const refused = await ask('ada');
    expect(refused.statusCode).toBe(429);
    expect(refused.headers).toMatchObject({
      'retry-after': '30',
      'content-type': expect.stringMatching(/^application.problem.json/),
    });
    expect(refused.json()).toMatchObject({ code: 'RATE_LIMIT.EXCEEDED', status: 429 });
    expect((await ask('bob')).statusCode).toBe(200);
  });

  it('refuses browsing before buying when there is too much to do, and operators never', async () => {
    const { app, release } = serve(100);
    // Inject waits for somebody who listens.
    const browse = () => app.inject({ url: '/api/products', headers: { cookie: 'ada' } }).then((it) => it);
    const running = Array.from({ length: 6 }, browse);
    const refused = await browse();
    expect(refused.statusCode).toBe(503);
    expect(refused.json()).toMatchObject({ code: 'OVERLOADED' });
    expect(refused.headers['retry-after']).toBe('1');
    const order = await app.inject({ method: 'POST', url: '/api/orders', headers: { cookie: 'bob' } });
    expect(order.statusCode).toBe(200);
    expect((await app.inject({ url: '/ops/api/sagas' })).statusCode).toBe(200);
    release();
    for (const it of await Promise.all(running)) expect(it.statusCode).toBe(200);
  });
});
