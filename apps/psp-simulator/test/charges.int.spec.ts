import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDatabase, type Database } from '@tradewind/database';
import { uuidV7 } from '@tradewind/kernel';
import { createLogger } from '@tradewind/observability';
import { createTestDatabase, eventually } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Charges } from '../src/application/charges.ts';
import { PostgresChargeStore } from '../src/infrastructure/postgres-charge-store.ts';
import { WebhookSender } from '../src/infrastructure/webhook-sender.ts';
import { signatureOf } from '../src/infrastructure/webhook-signature.ts';

const SECRET = 'a-secret-of-the-webhooks';
let test: Awaited<ReturnType<typeof createTestDatabase>>;
let database: Database;
let merchant: Server;
let sender: WebhookSender;
let charges: Charges;
let store: PostgresChargeStore;
let reference: string;
let refusals = 0;
const received: { body: string; signature: string }[] = [];

beforeAll(async () => {
  test = await createTestDatabase('psp-simulator');
  database = createDatabase({ url: test.url, service: 'psp-test' });
  merchant = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const refused = refusals-- > 0;
    if (!refused)
      received.push({
        body: Buffer.concat(chunks).toString(),
        signature: request.headers['psp-signature'] as string,
      });
    response.writeHead(refused ? 500 : 204).end();
  });
  await new Promise<void>((resolve) => merchant.listen(0, '127.0.0.1', resolve));
  const { port } = merchant.address() as AddressInfo;
  const target = { url: `http://127.0.0.1:${port}/hook`, secret: SECRET, gather: 5 };
  sender = new WebhookSender(database, target, createLogger('test', 'silent'));
  await sender.start();
  store = new PostgresChargeStore(database, sender);
  charges = new Charges(store);
});
afterAll(async () => {
  await sender.stop();
  merchant.close();
  await database.close();
  await test.drop();
});
beforeEach(() => {
  reference = uuidV7();
});

const create = (source: string, key = `authorize:${reference}`, amount = 700) =>
  charges.create(key, { amount, currency: 'EUR', source, reference });
const kinds = async () => (await charges.ledger(reference)).map(({ kind }) => kind);
const typesReceived = () =>
  received
    .filter(({ body }) => body.includes(reference))
    .map(({ body }) => (JSON.parse(body) as { type: string }).type);

describe('charges', () => {
  it('are made once for a key, also when asked at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create('tok_ok')));
    expect(new Set(answers.map(({ charge }) => charge?.id)).size).toBe(1);
    expect(await kinds()).toEqual(['authorization']);
  });

  it('refuse the same key with another request', async () => {
    await create('tok_ok');
    await expect(create('tok_ok', undefined, 1)).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  });

  it('are captured or voided, never both, and once', async () => {
    const { charge } = await create('tok_ok');
    await Promise.allSettled(
      (['capture', 'void', 'capture', 'void'] as const).map((action) => charges.change(charge!.id, action)),
    );
    expect(await kinds()).toHaveLength(2);
    const done = (await charges.list(reference))[0]!.status === 'captured' ? 'void' : 'capture';
    await expect(charges.change(charge!.id, done)).rejects.toMatchObject({ status: 409 });
  });

  it('are refunded once', async () => {
    const { charge } = await create('tok_ok');
    await charges.change(charge!.id, 'capture');
    await Promise.all([charges.change(charge!.id, 'refund'), charges.change(charge!.id, 'refund')]);
    expect(await kinds()).toEqual(['authorization', 'capture', 'refund']);
  });
});

describe('test sources', () => {
  it('tok_error_once fails first and holds nothing, then works', async () => {
    await expect(create('tok_error_once')).rejects.toMatchObject({ status: 500 });
    expect(await kinds()).toEqual([]);
    expect((await create('tok_error_once')).charge?.status).toBe('authorized');
  });

  it('tok_lost_answer holds the money, hangs up, and answers the second time', async () => {
    expect((await create('tok_lost_answer')).charge).toBeUndefined();
    expect((await create('tok_lost_answer')).charge?.status).toBe('authorized');
    expect(await kinds()).toEqual(['authorization']);
  });

  it('tok_late_success succeeds when it is due, also after a restart', async () => {
    expect((await create('tok_late_success')).charge).toBeUndefined();
    await expect(create('tok_late_success')).rejects.toMatchObject({ status: 409, code: 'processing' });
    expect(await store.succeedLate()).toBe(0);
    await database.pool.query('update charge set due_at = now() where reference = $1', [reference]);
    const afterRestart = new PostgresChargeStore(database, sender);
    expect(await afterRestart.succeedLate()).toBe(1);
    expect(await kinds()).toEqual(['authorization']);
    expect((await create('tok_late_success')).charge?.status).toBe('authorized');
    await eventually(() => expect(typesReceived()).toEqual(['charge.authorized']));
  });

  it('tok_unavailable never holds anything', async () => {
    for (let count = 0; count < 3; count++)
      expect(await create('tok_unavailable')).toEqual({ charge: undefined, after: 0 });
    expect(await kinds()).toEqual([]);
  });
});

describe('webhooks', () => {
  it('tell every change, signed, and again until they are accepted', async () => {
    refusals = 1;
    const { charge } = await create('tok_ok');
    await charges.change(charge!.id, 'capture');
    await eventually(() => expect(typesReceived().sort()).toEqual(['charge.authorized', 'charge.captured']));
    for (const { body, signature } of received) {
      const time = Number(/t=(\d+)/.exec(signature)![1]);
      expect(signature).toBe(signatureOf(body, SECRET, time * 1000));
    }
  });
});
