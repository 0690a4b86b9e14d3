import { describe, expect, it } from 'vitest';
import { kubectl } from './support/cluster.ts';
import { atTheDoor, withoutTls } from './support/door.ts';
import { outside, sendOne } from './support/probes.ts';

const PARTNER = 'https://partner.tradewind.example';
const cors = [
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-allow-credentials',
];

describe('the door of the shop', () => {
  it('ends TLS, and serves the shop', async () => {
    const answer = await sendOne(outside, atTheDoor('/api/products', { keep: ['content-type'] }));
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': expect.stringContaining('json') as unknown },
    });
  });

  it('sends who comes without TLS to the same page with it', async () => {
    const answer = await sendOne(outside, withoutTls('/api/products', { keep: ['location'] }));
    expect(answer).toMatchObject({
      status: 301,
      headers: { location: 'https://shop.tradewind.example/api/products' },
    });
  });

  it('knows no other host', async () => {
    const answer = await sendOne(outside, atTheDoor('/', { headers: { host: 'other.tradewind.example' } }));
    // No server of that name: the connection ends in the handshake, or there is no such host.
    expect([404, 'ECONNRESET', 'EPROTO']).toContain(answer.status);
  });

  it('leads old addresses to new ones', async () => {
    expect(await sendOne(outside, atTheDoor('/shop', { keep: ['location'] }))).toMatchObject({
      status: 308,
      headers: { location: 'https://shop.tradewind.example/' },
    });
    expect(await sendOne(outside, atTheDoor('/v1/api/products'))).toMatchObject({ status: 200 });
  });

  it.each(['/metrics', '/health/ready', '/faults', '/info'])('shows nobody %s', async (path) => {
    expect(await sendOne(outside, atTheDoor(path))).toMatchObject({ status: 404, body: '' });
  });

  it('lets the pages of a partner ask, and those of nobody else', async () => {
    const preflight = (origin: string) =>
      sendOne(
        outside,
        atTheDoor('/api/cart/items', {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'POST' },
          keep: cors,
        }),
      );
    expect(await preflight(PARTNER)).toMatchObject({
      status: 200,
      headers: { 'access-control-allow-origin': PARTNER, 'access-control-allow-credentials': 'true' },
    });
    expect((await preflight('https://elsewhere.example')).headers ?? {}).not.toHaveProperty(cors[0]!);
  });

  it('uses no TLS older than 1.2', async () => {
    const gateway = await kubectl([
      '-n',
      'istio-ingress',
      'get',
      'gateway.networking.istio.io',
      'shop',
      '-o',
      'jsonpath={.spec.servers[0].tls.minProtocolVersion}',
    ]);
    expect(gateway).toBe('TLSV1_2');
  });
});
