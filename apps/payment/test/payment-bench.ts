import { createDatabase, type Database } from '@tradewind/database';
import { createTestDatabase } from '@tradewind/testing';
import { AuthorizePayment } from '../src/application/authorize-payment/authorize-payment.command.ts';
import { AuthorizePaymentHandler } from '../src/application/authorize-payment/authorize-payment.handler.ts';
import { CapturePayment } from '../src/application/capture-payment/capture-payment.command.ts';
import { CapturePaymentHandler } from '../src/application/capture-payment/capture-payment.handler.ts';
import { ReceiveNews } from '../src/application/receive-news/receive-news.command.ts';
import { ReceiveNewsHandler } from '../src/application/receive-news/receive-news.handler.ts';
import { ReturnLateMoney } from '../src/application/return-late-money.ts';
import { VoidPayment } from '../src/application/void-payment/void-payment.command.ts';
import { VoidPaymentHandler } from '../src/application/void-payment/void-payment.handler.ts';
import { PostgresPaymentLedger } from '../src/infrastructure/postgres-payment-ledger.ts';
import type { ProviderDouble } from './provider-double.ts';

export const amount = { amount: 1999, currency: 'EUR' };

export interface TestLedger {
  database: Database;
  ledger: PostgresPaymentLedger;
  drop(): Promise<void>;
}

/** The ledger on a fresh, real PostgreSQL. */
export async function openTestLedger(): Promise<TestLedger> {
  const test = await createTestDatabase('payment');
  const database = createDatabase({ url: test.url, service: 'payment-test' });
  const ledger = new PostgresPaymentLedger(database, { wake: () => {} } as never);
  const drop = async (): Promise<void> => {
    await database.close();
    await test.drop();
  };
  return { database, ledger, drop };
}

/** What can be done with one payment, and what is then stored of it. */
export function paymentOf(key: string, { database, ledger }: TestLedger, provider: ProviderDouble) {
  const late = new ReturnLateMoney(ledger, provider);
  const column = async (text: string): Promise<unknown[]> =>
    (await database.pool.query(text, [key])).rows.map((row: { value: unknown }) => row.value);
  return {
    authorize: (token = 'ok', value = amount) =>
      new AuthorizePaymentHandler(ledger, provider, late).execute(new AuthorizePayment(key, value, token)),
    capture: () => new CapturePaymentHandler(ledger, provider).execute(new CapturePayment(key)),
    cancel: () => new VoidPaymentHandler(ledger, provider).execute(new VoidPayment(key)),
    hear: (id: string, kind: 'authorized' | 'captured') =>
      new ReceiveNewsHandler(ledger, late).execute(
        new ReceiveNews({ id, key, kind, amount, providerReference: `ch_${key}` }),
      ),
    events: () => column('select type as value from ledger_event where key = $1 order by version'),
    told: () => column('select type as value from outbox where aggregateid = $1 order by sequence'),
  };
}
