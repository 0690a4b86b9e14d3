import { Order, OrderServiceService } from '@tradewind/contracts/order/v1/order';
import { createCallFaults, createFaults } from '@tradewind/faults';
import { createLogger } from '@tradewind/observability';
import { createPolicy, type PolicySettings } from '@tradewind/resilience';
import {
  createRpcClient,
  createRpcServer,
  implementation,
  type Implementation,
  type RpcClient,
  type RpcServer,
} from '../src/index.ts';

export const settings: PolicySettings = {
  deadline: 5_000,
  attemptTimeout: 5_000,
  retry: { attempts: 1, initial: 1, maximum: 1 },
  breaker: { failureRate: 1, minimumCalls: 1e9, window: 10_000, openFor: 1 },
  bulkhead: { limit: 1_000, queue: 0 },
};
export const order = { orderId: 'o', shopperId: 's' };
export const faults = createFaults();
faults.enable('order');
const callFaults = createCallFaults(faults, () => 0);

/** What the server does with the one call and the one stream that are tried here. */
export const behaviour: {
  answer: (signal: AbortSignal) => Promise<void> | void;
  stream: (signal: AbortSignal) => AsyncIterable<string>;
} = { answer: () => {}, stream: async function* () {} };

const message = (orderId: string): Order => Order.fromJSON({ ...order, orderId });
const unused = async (): Promise<never> => Promise.reject(new Error('not tried here'));
const handlers: Implementation<typeof OrderServiceService> = {
  placeOrder: unused,
  listOrders: unused,
  cancelOrder: unused,
  getOrder: async ({ orderId }, signal) => {
    await behaviour.answer(signal);
    return message(orderId);
  },
  watchOrder: async function* (_request, signal) {
    for await (const id of behaviour.stream(signal)) yield message(id);
  },
};

export const startServer = (address = '127.0.0.1:0', sharedPort = false): Promise<RpcServer> =>
  createRpcServer({
    ...{ address, sharedPort },
    services: [implementation(OrderServiceService, handlers)],
    logger: createLogger('rpc-test', 'silent'),
    faults: callFaults,
  });

export const clientOf = (
  address: string,
  rules: Partial<PolicySettings> = {},
): RpcClient<typeof OrderServiceService> =>
  createRpcClient(OrderServiceService, address, createPolicy('order', { ...settings, ...rules }));

/** Work that goes on until its signal aborts. */
export const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
