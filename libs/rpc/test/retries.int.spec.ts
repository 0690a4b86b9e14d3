import { Metadata } from '@grpc/grpc-js';
import { Order, OrderServiceService } from '@tradewind/contracts/order/v1/order';
import { AppError } from '@tradewind/kernel';
import { createLogger } from '@tradewind/observability';
import { createPolicy, outgoingCall, whileWaiting, type Policy } from '@tradewind/resilience';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createRpcClient,
  createRpcServer,
  implementation,
  type Implementation,
  type RpcClient,
  type RpcServer,
} from '../src/index.ts';
import { areRetriesRefused, extractAttempts } from '../src/propagation.ts';
import { order, settings } from './loopback.ts';

type Client = RpcClient<typeof OrderServiceService>;

const stops: (() => Promise<void> | void)[] = [];
const policies: Policy[] = [];
/** Attempts before it that the last service was told of, one for each call that reached it. */
const reached: number[] = [];
let last: (signal: AbortSignal) => Promise<void> = async () => {};
let shopper: Client;

const client = (server: RpcServer): Client => {
  const retry = { attempts: 3, initial: 0, maximum: 0 };
  const budget = { ratio: 0.1, burst: 20 };
  const policy = createPolicy('next', { ...settings, retry, budget });
  policies.push(policy);
  const made = createRpcClient(OrderServiceService, server.address, policy);
  stops.unshift(() => made.close());
  return made;
};

async function service(answer: (signal: AbortSignal) => Promise<unknown>): Promise<RpcServer> {
  const unused = async (): Promise<never> => Promise.reject(new Error('not tried here'));
  const handlers = {
    ...{ placeOrder: unused, listOrders: unused, cancelOrder: unused, watchOrder: unused },
    getOrder: async (_: unknown, signal: AbortSignal) => (await answer(signal), Order.fromJSON(order)),
  } as unknown as Implementation<typeof OrderServiceService>;
  const services = [implementation(OrderServiceService, handlers)];
  const server = await createRpcServer({
    ...{ address: '127.0.0.1:0', services, logger: createLogger('rpc-test', 'silent') },
  });
  stops.push(() => server.stop(1_000));
  return server;
}

// shopper → first → second → third, and the third is down: three layers that each may try three times.
beforeAll(async () => {
  const third = await service(async (signal) => {
    reached.push(outgoingCall().previousAttempts);
    await last(signal);
  });
  const toThird = client(third);
  const second = await service(() => toThird.getOrder(order));
  const toSecond = client(second);
  const first = await service(() => toSecond.getOrder(order));
  shopper = client(first);
});
afterAll(async () => {
  for (const stop of stops) await stop();
});
beforeEach(() => void (reached.length = 0));

const away = (): Promise<never> => Promise.reject(new AppError('unavailable', 'AWAY', 'away'));
const retries = (): number[] => policies.map((policy) => policy.snapshot().calls.retried);

describe('retries over three hops', { timeout: 60_000 }, () => {
  it('are told to the callee, which does not repeat its own calls then', async () => {
    let failures = 2;
    last = () => (failures-- > 0 ? away() : Promise.resolve());
    await shopper.getOrder(order);
    expect(reached).toEqual([0, 1, 2]);
    expect(retries()).toEqual([2, 0, 0]);
  });

  it('add up and do not multiply: a thousand calls reach what is down at most 1,200 times', async () => {
    last = away;
    const calls = 1_000;
    for (let done = 0; done < calls; done += 50) {
      await Promise.allSettled(Array.from({ length: 50 }, () => shopper.getOrder(order)));
    }
    expect(reached.length).toBeGreaterThan(calls);
    expect(reached.length / calls).toBeLessThanOrEqual(1.2);
    expect(retries().slice(1)).toEqual([0, 0]);
  });
});

describe('what the other side tells', () => {
  const told = (name: string, value?: string): Metadata => {
    const metadata = new Metadata();
    if (value !== undefined) metadata.set(name, value);
    return metadata;
  };

  it.each([
    [undefined, 0],
    ['0', 0],
    ['2', 2],
    ['-1', 0],
    ['1.5', 0],
    ['many', 0],
    ['1e9', 100],
  ])('previous attempts %j are %d', (value, attempts) => {
    expect(extractAttempts(told('grpc-previous-rpc-attempts', value))).toBe(attempts);
  });

  // gRFC A6: below zero, or what is no number, means: not at all.
  it.each([
    [undefined, false],
    ['0', false],
    ['100', false],
    ['-1', true],
    ['soon', true],
  ])('pushback %j forbids retries: %s', (value, refused) => {
    expect(areRetriesRefused(told('grpc-retry-pushback-ms', value))).toBe(refused);
  });
});

describe('a caller who leaves', { timeout: 20_000 }, () => {
  it('ends the work of the third hop, too', async () => {
    let ended = false;
    last = (signal) =>
      new Promise((resolve) =>
        signal.addEventListener('abort', () => {
          ended = true;
          resolve();
        }),
      );
    const leaving = new AbortController();
    const call = whileWaiting(leaving.signal, () => shopper.getOrder(order));
    await eventually(() => expect(reached).toHaveLength(1));
    leaving.abort(new Error('gone'));
    await expect(call).rejects.toThrow('gone');
    await eventually(() => expect(ended).toBe(true));
    expect(reached).toHaveLength(1);
  });
});
