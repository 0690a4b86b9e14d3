import { createHmac } from 'node:crypto';
import type { UseCases } from '@tradewind/cqrs';
import { createFaults } from '@tradewind/faults';
import { AppError, systemClock } from '@tradewind/kernel';
import { createLogger } from '@tradewind/observability';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ReceiveNews } from '../src/application/receive-news/receive-news.command.ts';
import { WebhookServer } from '../src/entry-points/http/webhook-server.ts';
import { PspNewsReader } from '../src/infrastructure/psp-news-reader.ts';

const SECRET = 'a-secret-of-the-webhooks';
const key = '01a20975-1383-7678-bd71-43a772812204';
const charge = { id: 'ch_1', reference: key, amount: 700, currency: 'EUR', status: 'authorized' };
const body = JSON.stringify({ id: 'evt_1', type: 'charge.authorized', data: { charge } });

let heard: ReceiveNews[] = [];
let failure: Error | undefined;
const useCases = {
  execute: async (command: ReceiveNews) => {
    heard.push(command);
    if (failure) throw failure;
    return 'nothing';
  },
} as unknown as UseCases;
const reader = new PspNewsReader(SECRET, systemClock);
const faults = createFaults();
faults.enable('payment');
const server = new WebhookServer(
  { host: '127.0.0.1', port: 0 },
  reader,
  useCases,
  createLogger('test', 'silent'),
  faults.offer('down'),
);

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => {
  heard = [];
  failure = undefined;
});

function sign(text: string): string {
  const time = Math.floor(systemClock.now() / 1000);
  return `t=${time},v1=${createHmac('sha256', SECRET).update(`${time}.${text}`).digest('hex')}`;
}

async function post(text: string, signature = sign(text), path = '/webhooks/psp'): Promise<number> {
  const headers = { 'psp-signature': signature };
  return (await fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', body: text, headers }))
    .status;
}

it('hands on what is signed', async () => {
  expect(await post(body)).toBe(204);
  expect(heard).toHaveLength(1);
  expect(heard[0]!.news).toMatchObject({ id: 'evt_1', key, kind: 'authorized' });
});

it('believes nothing without the signature', async () => {
  expect([await post(body, ''), await post(`${body} `, sign(body)), await post(body, 't=1,v1=00')]).toEqual([
    401, 401, 401,
  ]);
  expect(heard).toEqual([]);
});

it('refuses what is malformed, too large or elsewhere', async () => {
  expect(await post('{', sign('{'))).toBe(400);
  expect(await post('x'.repeat(70_000))).toBe(413);
  expect(await post(body, sign(body), '/')).toBe(404);
});

it('takes none while the service is told to be down', async () => {
  faults.set('payment-down', { enabled: true });
  expect(await post(body)).toBe(503);
  faults.reset();
  expect(heard).toEqual([]);
  expect(await post(body)).toBe(204);
});

it('asks for it again when it could not be handled', async () => {
  failure = new AppError('unavailable', 'PAYMENT.UNAVAILABLE', '');
  expect(await post(body)).toBe(503);
  failure = new Error('a mistake of ours');
  expect(await post(body)).toBe(503);
});
