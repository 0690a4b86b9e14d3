import { createFailpoints } from '@tradewind/failpoints';
import { describe, expect, it } from 'vitest';
import { failpointRoutes } from './failpoint-routes.ts';

function routes() {
  const registry = createFailpoints();
  registry.enable();
  const all = failpointRoutes(registry);
  const call = (method: string, path: string, body?: unknown): unknown =>
    all
      .find((it) => it.method === method && path.startsWith(it.path.replace('*', '')))!
      .handle(path, body, new URLSearchParams());
  return { registry, call };
}

describe('the failpoints on the admin port', () => {
  it('are listed and armed by name', () => {
    const { registry, call } = routes();
    void registry.pass('http:POST /api/orders:after');
    call('PUT', `/failpoints/${encodeURIComponent('http:POST /api/orders:after')}`, {
      action: { do: 'kill' },
      at: 3,
    });
    const armed = { action: { do: 'kill' }, at: 3, times: 1 };
    expect(call('GET', '/failpoints')).toEqual([{ name: 'http:POST /api/orders:after', passed: 1, armed }]);
  });

  it('are all disarmed at once, and the order of events is mended', () => {
    const { registry, call } = routes();
    call('PUT', '/failpoints/a', { action: { do: 'fail' } });
    call('PUT', '/disturbance', { copies: 3, seed: 1 });
    expect(registry.disturbance).toEqual({ copies: 3, seed: 1 });
    call('DELETE', '/failpoints');
    expect(registry.list()).toEqual([{ name: 'a', passed: 0, armed: null }]);
    expect(registry.disturbance).toBeUndefined();
  });

  it.each([
    { action: { do: 'explode' } },
    { action: { do: 'wait' } },
    { action: { do: 'kill' }, at: 0 },
    { action: { do: 'kill' }, often: 2 },
  ])('refuse what they do not understand: %j', (body) => {
    expect(() => routes().call('PUT', '/failpoints/a', body)).toThrow();
  });
});
