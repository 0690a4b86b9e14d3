import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPolicy } from '@tradewind/resilience';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { PspClient } from '../src/infrastructure/psp-client.ts';
import { PspPaymentProvider } from '../src/infrastructure/psp-payment-provider.ts';

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

const amount = { amount: 700, currency: 'EUR' };
const charge = { id: 'ch_1', reference: 'order', ...amount, status: 'authorized' };
const answer =
  (status: number, content: object): Behaviour =>
  (_request, response) => {
    response.writeHead(status).end(JSON.stringify(content));
  };
const hangUp: Behaviour = (request) => request.socket.destroy();
const silence: Behaviour = () => {};

let behaviours: Behaviour[];
let keys: unknown[];
const server = createServer((request, response) => {
  keys.push(request.headers['idempotency-key']);
  behaviours.shift()!(request, response);
});
let client: PspClient;
let provider: PspPaymentProvider;

const policy = createPolicy('psp-test', {
  deadline: 500,
  attemptTimeout: 100,
  retry: { attempts: 2, initial: 1, maximum: 1 },
  breaker: { failureRate: 1, minimumCalls: 1_000, window: 1_000, openFor: 100 },
  bulkhead: { limit: 4, queue: 4 },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new PspClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, policy, 4);
  provider = new PspPaymentProvider(client);
});
beforeEach(() => {
  keys = [];
});
afterAll(async () => {
  await client.close();
  server.closeAllConnections();
  server.close();
});

const authorize = () => provider.authorize('order', amount, 'tok');

it.each([
  ['a broken connection', hangUp],
  ['a failure of the provider', answer(500, { error: { code: 'api_error' } })],
  ['silence', silence],
])('%s is tried again with the same key', async (_name, first) => {
  behaviours = [first, answer(201, charge)];
  expect(await authorize()).toEqual({ kind: 'authorized', providerReference: 'ch_1' });
  expect(keys).toEqual(['authorize:order', 'authorize:order']);
});

it('the provider is told how long an answer is waited for', async () => {
  let told = NaN;
  const note: Behaviour = (request, response) => {
    told = Number(request.headers['x-envoy-expected-rq-timeout-ms']);
    answer(201, charge)(request, response);
  };
  behaviours = [note];
  await authorize();
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThanOrEqual(100);
});

it('two failures leave the outcome unknown', async () => {
  behaviours = [hangUp, hangUp];
  expect((await authorize()).kind).toBe('unknown');
});

it('a decline is an answer and is not tried again', async () => {
  behaviours = [answer(402, { ...charge, status: 'failed', failure_code: 'card_declined' })];
  expect(await authorize()).toEqual({ kind: 'declined', declineCode: 'PAYMENT.DECLINED' });
});

it('a capture without an answer may be retried by the caller', async () => {
  behaviours = [hangUp, hangUp];
  await expect(provider.capture('ch_1')).rejects.toMatchObject({
    code: 'PAYMENT.UNAVAILABLE',
    retryable: true,
  });
});

it('a void of what was captured is refused in our words', async () => {
  behaviours = [answer(409, { error: { code: 'charge_captured' } })];
  await expect(provider.void('ch_1')).rejects.toMatchObject({ code: 'PAYMENT.ALREADY_CAPTURED' });
});
