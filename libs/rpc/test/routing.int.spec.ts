import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routingKey, routingOf, withRouting, type RpcClient, type RpcServer } from '../src/index.ts';
import type { OrderServiceService } from '@tradewind/contracts/order/v1/order';
import { behaviour, clientOf, order, startServer } from './loopback.ts';

describe('routing headers', { timeout: 20_000 }, () => {
  let server: RpcServer;
  let client: RpcClient<typeof OrderServiceService>;
  let seen: string[];
  beforeAll(async () => {
    server = await startServer();
    client = clientOf(server.address);
  });
  afterAll(async () => {
    client.close();
    await server.stop(1_000);
  });

  it('go on over every hop, and end with the request that had them', async () => {
    seen = [];
    behaviour.answer = async () => {
      seen.push(routingKey());
      // Once more to itself: the second hop.
      if (seen.length === 1) await client.getOrder(order);
    };
    await withRouting({ 'x-search': 'v2', 'x-lab': 'anna' }, () => client.getOrder(order));
    await client.getOrder(order);
    expect(seen).toEqual(['v2  anna', 'v2  anna', '']);
  });

  it('reach a stream', async () => {
    let inStream = '';
    behaviour.stream = async function* () {
      inStream = routingKey();
      yield 'o';
    };
    const read = async (): Promise<void> => {
      for await (const _ of client.watchOrder(order, new AbortController().signal)) break;
    };
    await withRouting({ 'x-recommendations': 'b' }, read);
    expect(inStream).toBe(' b ');
  });

  it.each([
    [{ 'x-search': 'v2', 'x-forged': 'v2' }, { 'x-search': 'v2' }],
    [{ 'x-search': 'v2, v1' }, undefined],
    [{ 'x-search': 'v'.repeat(33) }, undefined],
    [{ 'x-search': ['v1', 'v2'] }, undefined],
    [{}, undefined],
  ])('of %j are taken: %j', (headers: Record<string, unknown>, expected) => {
    expect(routingOf((name) => headers[name])).toEqual(expected);
  });
});
