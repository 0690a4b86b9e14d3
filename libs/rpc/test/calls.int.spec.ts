import { Client, credentials, type Metadata } from '@grpc/grpc-js';
import { context, propagation, trace } from '@opentelemetry/api';
import { HealthService } from '@tradewind/contracts/grpc/health/v1/health';
import { OrderServiceService } from '@tradewind/contracts/order/v1/order';
import { AppError } from '@tradewind/kernel';
import { currentTraceparent, inSpan, startTracing, type Tracing } from '@tradewind/observability';
import { createPolicy, remainingMilliseconds, withDeadline } from '@tradewind/resilience';
import { eventually } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRpcClient, type RpcClient, type RpcServer } from '../src/index.ts';
import { behaviour, clientOf, faults, never, order, settings, startServer } from './loopback.ts';

let tracing: Tracing;
let server: RpcServer;
let client: RpcClient<typeof OrderServiceService>;

beforeAll(async () => {
  tracing = startTracing({
    service: 'rpc-test',
    version: '0',
    url: undefined,
    sampler: 'always',
    perSecond: 0,
    share: 1,
  });
  server = await startServer();
  client = clientOf(server.address);
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

describe('a call', { timeout: 20_000 }, () => {
  it('brings the answer', async () => {
    behaviour.answer = () => {};
    expect(await client.getOrder({ ...order, orderId: 'ü-1' })).toMatchObject({
      orderId: 'ü-1',
      shopperId: 's',
    });
  });

  it('brings an error as it was thrown', async () => {
    behaviour.answer = () => {
      throw new AppError('conflict', 'ORDER.NO', 'nö', { retryable: true, details: { left: 3 } });
    };
    await expect(client.getOrder(order)).rejects.toMatchObject({
      ...{ name: 'AppError', kind: 'conflict', code: 'ORDER.NO', message: 'nö', retryable: true },
      details: { left: 3 },
    });
  });

  it('hides what is a mistake of ours', async () => {
    behaviour.answer = () => {
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
    behaviour.answer = (signal) => {
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
    const nobody = clientOf('127.0.0.1:1');
    await expect(nobody.getOrder(order)).rejects.toMatchObject({ kind: 'unavailable', retryable: true });
    nobody.close();
  });

  it('is tried again by its policy', async () => {
    const patient = clientOf(server.address, { retry: { attempts: 3, initial: 1, maximum: 1 } });
    let failures = 2;
    behaviour.answer = () => {
      if (failures-- > 0) throw new AppError('unavailable', 'AWAY', 'away');
    };
    expect(await patient.getOrder(order)).toMatchObject({ orderId: 'o' });
    failures = 1;
    await expect(patient.getOrder(order, { idempotent: false })).rejects.toMatchObject({ code: 'AWAY' });
    patient.close();
  });

  it('is in the trace of its caller on the other side', async () => {
    let seen: string | undefined;
    behaviour.answer = () => {
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
    behaviour.answer = () => {};
    faults.set('order-failing', { enabled: true, value: 100 });
    await expect(client.getOrder(order)).rejects.toMatchObject({
      code: 'FAULT.INJECTED',
      kind: 'unavailable',
    });
    faults.reset();
    faults.set('order-slow', { enabled: true, value: 60_000 });
    await expect(withDeadline(50, () => client.getOrder(order))).rejects.toMatchObject({ code: 'TIMEOUT' });
  });

  it('is refused by a service that was told to be down, its health too', async () => {
    behaviour.answer = () => {};
    const health = createRpcClient(HealthService, server.address, createPolicy('health', settings));
    faults.set('order-down', { enabled: true });
    const refused = { code: 'FAULT.INJECTED', kind: 'unavailable' };
    await expect(client.getOrder(order)).rejects.toMatchObject(refused);
    await expect(health.check({ service: '' })).rejects.toMatchObject(refused);
    faults.reset();
    await expect(health.check({ service: '' })).resolves.toMatchObject({ status: 'SERVING' });
    health.close();
  });
});

it('a client that is not ours gets a plain status', async () => {
  behaviour.answer = () => {
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
