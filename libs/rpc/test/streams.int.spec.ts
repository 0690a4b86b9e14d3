import {
  HealthCheckResponse_ServingStatus as Status,
  HealthService,
} from '@tradewind/contracts/grpc/health/v1/health';
import type { OrderServiceService } from '@tradewind/contracts/order/v1/order';
import { AppError } from '@tradewind/kernel';
import { createPolicy } from '@tradewind/resilience';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRpcClient, type RpcClient, type RpcServer } from '../src/index.ts';
import { behaviour, clientOf, never, order, settings, startServer } from './loopback.ts';

let server: RpcServer;
let client: RpcClient<typeof OrderServiceService>;

beforeAll(async () => {
  server = await startServer();
  client = clientOf(server.address);
});
afterAll(async () => {
  client.close();
  await server.stop(1_000);
});

describe('a stream', { timeout: 20_000 }, () => {
  const collect = async (signal: AbortSignal, into: string[]): Promise<string[]> => {
    for await (const { orderId } of client.watchOrder(order, signal)) into.push(orderId);
    return into;
  };

  it('brings its messages in order and ends with the server', async () => {
    behaviour.stream = async function* () {
      for (let n = 1; n <= 500; n++) yield `o-${n}`;
    };
    const seen = await collect(new AbortController().signal, []);
    expect(seen).toEqual(Array.from({ length: 500 }, (_, index) => `o-${index + 1}`));
  });

  it('ends on both sides, without an error, when its reader leaves', async () => {
    let ended = false;
    behaviour.stream = async function* (signal) {
      try {
        yield 'first';
        await never(signal);
      } finally {
        ended = true;
      }
    };
    const controller = new AbortController();
    const seen: string[] = [];
    const reading = collect(controller.signal, seen);
    await eventually(() => expect(seen).toEqual(['first']));
    controller.abort();
    expect(await reading).toEqual(['first']);
    await eventually(() => expect(ended).toBe(true));
  });

  it('does not begin for a reader that has left', async () => {
    behaviour.stream = async function* (signal) {
      yield 'first';
      await never(signal);
    };
    expect(await collect(AbortSignal.abort(), [])).toEqual([]);
  });

  it('brings the error of the server', async () => {
    behaviour.stream = async function* () {
      yield 'first';
      throw new AppError('not-found', 'ORDER.NOT_FOUND', 'gone');
    };
    const seen: string[] = [];
    await expect(collect(new AbortController().signal, seen)).rejects.toMatchObject({
      code: 'ORDER.NOT_FOUND',
    });
    expect(seen).toEqual(['first']);
  });
});

describe('health', { timeout: 20_000 }, () => {
  it('says whether the server serves, to who asks and to who watches', async () => {
    const health = createRpcClient(HealthService, server.address, createPolicy('health', settings));
    expect(await health.check({ service: '' })).toEqual({ status: Status.SERVING });
    await expect(health.check({ service: 'x' })).rejects.toMatchObject({ code: 'HEALTH.UNKNOWN_SERVICE' });
    const seen: string[] = [];
    const controller = new AbortController();
    const watching = (async () => {
      for await (const { status } of health.watch({ service: '' }, controller.signal)) seen.push(status);
    })();
    await eventually(() => expect(seen).toEqual([Status.SERVING]));
    server.setServing(false);
    expect(await health.check({ service: '' })).toEqual({ status: Status.NOT_SERVING });
    await eventually(() => expect(seen).toEqual([Status.SERVING, Status.NOT_SERVING]));
    server.setServing(true);
    controller.abort();
    await watching;
    health.close();
  });
});

describe('a stop', { timeout: 20_000 }, () => {
  it('lets calls that run come to their end', async () => {
    const stopping = await startServer();
    const caller = clientOf(stopping.address);
    let release = (): void => {};
    let began = false;
    behaviour.answer = () => {
      began = true;
      return new Promise((resolve) => (release = resolve));
    };
    const call = caller.getOrder(order);
    await eventually(() => expect(began).toBe(true));
    const stopped = stopping.stop(10_000);
    release();
    expect(await call).toMatchObject({ orderId: 'o' });
    await stopped;
    caller.close();
  });

  it.runIf(process.platform === 'linux')(
    'leaves the port to a successor, and its calls their time',
    async () => {
      const old = await startServer('127.0.0.1:0', true);
      const caller = clientOf(old.address);
      let release = (): void => {};
      let running = 0;
      behaviour.answer = () => {
        running += 1;
        return new Promise((resolve) => (release = resolve));
      };
      const ends: string[] = [];
      const call = caller.getOrder(order).then(() => ends.push('answered'));
      await eventually(() => expect(running).toBe(1));
      const successor = await startServer(old.address, true);
      const stopped = old.stop(10_000).then(() => ends.push('stopped'));
      behaviour.answer = () => {};
      for (let calls = 0; calls < 20; calls++)
        expect(await caller.getOrder(order)).toMatchObject({ orderId: 'o' });
      expect(ends).toEqual([]);
      release();
      await Promise.all([call, stopped]);
      expect(ends).toEqual(['answered', 'stopped']);
      caller.close();
      await successor.stop(1_000);
    },
  );

  it('cuts off what does not end in time', async () => {
    const stopping = await startServer();
    const caller = clientOf(stopping.address);
    let began = false;
    behaviour.answer = (signal) => {
      began = true;
      return never(signal);
    };
    const call = caller.getOrder(order).catch((error: AppError) => error.kind);
    await eventually(() => expect(began).toBe(true));
    await stopping.stop(50);
    expect(await call).toBe('unavailable');
    caller.close();
  });
});
