import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { context, propagation, trace } from '@opentelemetry/api';
import {
  HealthCheckResponse_ServingStatus as Status,
  HealthService,
} from '@tradewind/contracts/grpc/health/v1/health';
import { Order, OrderServiceService } from '@tradewind/contracts/order/v1/order';
import { AppError } from '@tradewind/kernel';
import {
  createLogger,
  currentTraceparent,
  inSpan,
  startTracing,
  type Tracing,
} from '@tradewind/observability';
import {
  createPolicy,
  remainingMilliseconds,
  withDeadline,
  type PolicySettings,
} from '@tradewind/resilience';
import { eventually } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createRpcClient,
  createRpcFaults,
  createRpcServer,
  implementation,
  type Implementation,
  type RpcClient,
  type RpcServer,
} from '../src/index.ts';

type Service = Implementation<typeof OrderServiceService>;

const settings: PolicySettings = {
  deadline: 5_000,
  attemptTimeout: 5_000,
  retry: { attempts: 1, initial: 1, maximum: 1 },
  breaker: { failureRate: 1, minimumCalls: 1e9, window: 10_000, openFor: 1 },
  bulkhead: { limit: 1_000, queue: 0 },
};
const order = { orderId: 'o', shopperId: 's' };

let tracing: Tracing;
let server: RpcServer;
let client: RpcClient<typeof OrderServiceService>;
const faults = createRpcFaults('order', () => 0);

/** What the server does with the one call and the one stream that are tried here. */
let answer: (signal: AbortSignal) => Promise<void> | void;
let stream: (signal: AbortSignal) => AsyncIterable<string>;
const message = (orderId: string): Order => Order.fromJSON({ ...order, orderId });
const unused = async (): Promise<never> => Promise.reject(new Error('not tried here'));

const handlers: Service = {
  placeOrder: unused,
  listOrders: unused,
  cancelOrder: unused,
  getOrder: async ({ orderId }, signal) => {
    await answer(signal);
    return message(orderId);
  },
  watchOrder: async function* (_request, signal) {
    for await (const id of stream(signal)) yield message(id);
  },
};

beforeAll(async () => {
  tracing = startTracing({ service: 'rpc-test', version: '0', url: undefined, tracesPerSecond: 1e6 });
  const logger = createLogger('rpc-test', 'silent');
  const services = [implementation(OrderServiceService, handlers)];
  server = await createRpcServer({ address: '127.0.0.1:0', services, logger, faults });
  client = createRpcClient(OrderServiceService, server.address, createPolicy('order', settings));
});
afterAll(async () => {
  client.close();
  await server.stop(1_000);
  await tracing.shutdown();
  trace.disable();
  context.disable();
  propagation.disable();
});
afterEach(() => faults.reset());

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));

describe('a call', { timeout: 20_000 }, () => {
  it('brings the answer', async () => {
    answer = () => {};
    expect(await client.getOrder({ ...order, orderId: 'ü-1' })).toMatchObject({
      orderId: 'ü-1',
      shopperId: 's',
    });
  });

  it('brings an error as it was thrown', async () => {
    answer = () => {
      throw new AppError('conflict', 'ORDER.NO', 'nö', { retryable: true, details: { left: 3 } });
    };
    await expect(client.getOrder(order)).rejects.toMatchObject({
      ...{ name: 'AppError', kind: 'conflict', code: 'ORDER.NO', message: 'nö', retryable: true },
      details: { left: 3 },
    });
  });

  it('hides what is a mistake of ours', async () => {
    answer = () => {
      throw new Error('select secret from nowhere');
    };
    const error: AppError = await client.getOrder(order).then(
      () => expect.unreachable(),
      (it: AppError) => it,
    );
    expect(error).toMatchObject({ kind: 'internal', code: 'INTERNAL', retryable: false });
    expect(`${error.message} ${String(error.cause)}`).not.toContain('secret');
  });

  it('carries its deadline: the server sees what is left, and is told when it is over', async () => {
    let left = Infinity;
    let cancelled = false;
    answer = (signal) => {
      left = remainingMilliseconds();
      signal.addEventListener('abort', () => (cancelled = true));
      return never(signal);
    };
    await expect(withDeadline(120, () => client.getOrder(order))).rejects.toMatchObject({
      code: 'TIMEOUT',
      kind: 'timeout',
    });
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(121);
    await eventually(() => expect(cancelled).toBe(true));
  });

  it('to nobody is unavailable, and may be tried again', async () => {
    const nobody = createRpcClient(OrderServiceService, '127.0.0.1:1', createPolicy('nobody', settings));
    await expect(nobody.getOrder(order)).rejects.toMatchObject({ kind: 'unavailable', retryable: true });
    nobody.close();
  });

  it('is tried again by its policy', async () => {
    const again = { ...settings, retry: { attempts: 3, initial: 1, maximum: 1 } };
    const patient = createRpcClient(OrderServiceService, server.address, createPolicy('patient', again));
    let failures = 2;
    answer = () => {
      if (failures-- > 0) throw new AppError('unavailable', 'AWAY', 'away');
    };
    expect(await patient.getOrder(order)).toMatchObject({ orderId: 'o' });
    failures = 1;
    await expect(patient.getOrder(order, { idempotent: false })).rejects.toMatchObject({ code: 'AWAY' });
    patient.close();
  });

  it('is in the trace of its caller on the other side', async () => {
    let seen: string | undefined;
    answer = () => {
      seen = currentTraceparent();
    };
    const mine = await inSpan('a shopper', {}, async () => {
      await client.getOrder(order);
      return currentTraceparent();
    });
    expect(seen).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(seen!.slice(3, 35)).toBe(mine!.slice(3, 35));
    expect(seen).not.toBe(mine);
  });

  it('suffers from faults', async () => {
    answer = () => {};
    faults.set('order-failing', true, 100);
    await expect(client.getOrder(order)).rejects.toMatchObject({
      code: 'FAULT.INJECTED',
      kind: 'unavailable',
    });
    faults.reset();
    faults.set('order-slow', true, 60_000);
    await expect(withDeadline(50, () => client.getOrder(order))).rejects.toMatchObject({ code: 'TIMEOUT' });
  });
});

describe('a stream', { timeout: 20_000 }, () => {
  const collect = async (signal: AbortSignal, into: string[]): Promise<string[]> => {
    for await (const { orderId } of client.watchOrder(order, signal)) into.push(orderId);
    return into;
  };

  it('brings its messages in order and ends with the server', async () => {
    stream = async function* () {
      for (let n = 1; n <= 500; n++) yield `o-${n}`;
    };
    const seen = await collect(new AbortController().signal, []);
    expect(seen).toEqual(Array.from({ length: 500 }, (_, index) => `o-${index + 1}`));
  });

  it('ends on both sides, without an error, when its reader leaves', async () => {
    let ended = false;
    stream = async function* (signal) {
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
    stream = async function* (signal) {
      yield 'first';
      await never(signal);
    };
    expect(await collect(AbortSignal.abort(), [])).toEqual([]);
  });

  it('brings the error of the server', async () => {
    stream = async function* () {
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
  const start = () =>
    createRpcServer({
      address: '127.0.0.1:0',
      services: [implementation(OrderServiceService, handlers)],
      logger: createLogger('rpc-test', 'silent'),
    });

  it('lets calls that run come to their end', async () => {
    const stopping = await start();
    const caller = createRpcClient(OrderServiceService, stopping.address, createPolicy('stopping', settings));
    let release = (): void => {};
    let began = false;
    answer = () => {
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

  it('cuts off what does not end in time', async () => {
    const stopping = await start();
    const caller = createRpcClient(OrderServiceService, stopping.address, createPolicy('stopping', settings));
    let began = false;
    answer = (signal) => {
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

it('a client that is not ours gets a plain status', async () => {
  answer = () => {
    throw new AppError('refused', 'ORDER.NO', 'no');
  };
  const plain = new Client(server.address, credentials.createInsecure());
  const { path, requestSerialize, responseDeserialize } = OrderServiceService.getOrder;
  const error = await new Promise<{ code: number; metadata: Metadata } | null>((resolve) => {
    plain.makeUnaryRequest(path, requestSerialize, responseDeserialize, order, (it) => resolve(it));
  });
  expect([error?.code, error?.metadata.get('error-code')]).toEqual([9, ['ORDER.NO']]);
  plain.close();
});
