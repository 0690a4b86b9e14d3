import { uuidV7 } from '@tradewind/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PaymentEvent } from '../src/domain/payment-event.ts';
import { replay } from '../src/domain/payment.ts';
import { amount, openTestLedger, paymentOf, type TestLedger } from './payment-bench.ts';
import { ProviderDouble } from './provider-double.ts';

let test: TestLedger;
let provider: ProviderDouble;
let key: string;
let payment: ReturnType<typeof paymentOf>;

beforeAll(async () => {
  test = await openTestLedger();
});
afterAll(() => test.drop());
beforeEach(() => {
  provider = new ProviderDouble();
  key = uuidV7();
  payment = paymentOf(key, test, provider);
});

describe('authorize and capture', () => {
  it('leave events, postings, row and outbox that tell the same', async () => {
    await payment.authorize();
    expect(await payment.capture()).toEqual({ status: 'captured', amount, providerReference: `ch_${key}` });
    expect(await payment.events()).toEqual(['payment-requested', 'payment-authorized', 'payment-captured']);
    expect(await payment.told()).toEqual([
      'tradewind.payment.v1.payment-authorized',
      'tradewind.payment.v1.payment-captured',
    ]);
    const lines = await test.ledger.lines(key, 0, 100);
    expect(lines.map(({ kind, account, amount: value }) => [kind, account, value])).toEqual([
      ['authorization', 'customer:authorized', 1999],
      ['authorization', 'provider:held', -1999],
      ['capture', 'provider:held', 1999],
      ['capture', 'customer:authorized', -1999],
      ['capture', 'provider:receivable', 1999],
      ['capture', 'revenue', -1999],
    ]);
  });

  it('happen once when many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => payment.authorize()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['authorized']));
    await Promise.all(Array.from({ length: 10 }, () => payment.capture()));
    expect(await payment.events()).toEqual(['payment-requested', 'payment-authorized', 'payment-captured']);
    expect(await payment.told()).toHaveLength(2);
  });

  it('refuse another amount under the same key', async () => {
    await payment.authorize();
    await expect(payment.authorize('ok', { amount: 1, currency: 'EUR' })).rejects.toMatchObject({
      code: 'PAYMENT.AMOUNT_MISMATCH',
    });
  });

  it('remember a decline and do not ask again', async () => {
    for (let count = 0; count < 2; count++)
      await expect(payment.authorize('declined')).rejects.toMatchObject({
        code: 'PAYMENT.DECLINED',
        retryable: false,
      });
    expect(provider.calls).toEqual(['authorize']);
  });
});

describe('an answer that was lost', () => {
  it('is an error that may be retried, and the retry finds the charge', async () => {
    provider.silent = true;
    await expect(payment.authorize()).rejects.toMatchObject({ code: 'PAYMENT.UNAVAILABLE', retryable: true });
    expect((await test.ledger.load(key)).payment).toEqual({ status: 'requested', amount });
    provider.silent = false;
    expect((await payment.authorize()).status).toBe('authorized');
    expect(await payment.events()).toEqual(['payment-requested', 'payment-authorized']);
  });

  it('is found at the provider by a void', async () => {
    provider.silent = true;
    await expect(payment.authorize()).rejects.toThrow();
    expect((await payment.cancel()).status).toBe('voided');
    expect(provider.statusOf(key)).toBe('voided');
  });

  it('comes by webhook, once', async () => {
    expect(
      await Promise.all([payment.hear('evt_1', 'authorized'), payment.hear('evt_1', 'authorized')]),
    ).toContain('catch-up');
    expect(await payment.hear('evt_1', 'authorized')).toBe('nothing');
    expect(await payment.events()).toEqual(['payment-requested', 'payment-authorized']);
    expect((await payment.authorize()).status).toBe('authorized');
    expect(provider.calls).toEqual([]);
  });
});

describe('void', () => {
  it('of a key that was never seen closes it', async () => {
    expect((await payment.cancel()).status).toBe('voided');
    await expect(payment.authorize()).rejects.toMatchObject({ code: 'PAYMENT.VOIDED' });
    expect(provider.calls).toEqual([]);
    expect(await payment.told()).toEqual([]);
  });

  it('that overtakes a running authorization gets the money back at once', async () => {
    provider.beforeAnswer = async () => {
      provider.charges.delete(key); // not yet visible when the void looks for it
      await payment.cancel();
      provider.charges.set(key, { providerReference: `ch_${key}`, status: 'authorized', amount });
    };
    await expect(payment.authorize()).rejects.toMatchObject({ code: 'PAYMENT.VOIDED' });
    expect(provider.statusOf(key)).toBe('voided');
    expect(await payment.events()).toEqual(['payment-voided', 'payment-returned']);
  });

  it('is kept when the provider succeeds late: the money goes back, however often it says so', async () => {
    await payment.cancel();
    provider.charges.set(key, { providerReference: `ch_${key}`, status: 'authorized', amount });
    await Promise.all(['evt_a', 'evt_b', 'evt_a'].map((id) => payment.hear(id + key, 'authorized')));
    expect(provider.statusOf(key)).toBe('voided');
    expect(await payment.events()).toEqual(['payment-voided', 'payment-returned']);
  });

  it('does not undo a capture', async () => {
    await payment.authorize();
    await payment.capture();
    await expect(payment.cancel()).rejects.toMatchObject({ code: 'PAYMENT.ALREADY_CAPTURED' });
  });
});

describe('the ledger', () => {
  it('sums up to zero in every transaction', async () => {
    const { rows } = await test.database.pool.query(
      'select key from posting group by key, version having sum(amount) <> 0',
    );
    expect(rows).toEqual([]);
  });

  it('folded from its events again gives the same rows', async () => {
    const { rows } = await test.database.pool.query<{ key: string; events: PaymentEvent[] }>(
      `select key, jsonb_agg(data || jsonb_build_object('type', type) order by version) as events
       from ledger_event group by key`,
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect((await test.ledger.load(row.key)).payment).toEqual(replay(row.events));
  });

  it('cannot be changed afterwards', async () => {
    await expect(test.database.pool.query('update ledger_event set version = 9')).rejects.toThrow(
      'append only',
    );
    await expect(test.database.pool.query('delete from posting')).rejects.toThrow('append only');
  });

  it('does not take an append that was decided on an old state', async () => {
    const unknown = await test.ledger.load(key);
    await payment.authorize();
    expect(await test.ledger.append(unknown, [{ type: 'payment-voided' }])).toBeUndefined();
    const held = await test.ledger.load(key);
    await payment.capture();
    expect(await test.ledger.append(held, [{ type: 'payment-voided', amount }])).toBeUndefined();
    expect((await test.ledger.load(key)).payment.status).toBe('captured');
  });
});
