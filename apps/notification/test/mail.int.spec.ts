import { newEvent, type DeadLetters } from '@tradewind/event-bus';
import { createFaults } from '@tradewind/faults';
import { AppError, uuidV7 } from '@tradewind/kernel';
import { createLogger } from '@tradewind/observability';
import { Messaging } from '@tradewind/service-defaults';
import { createTestDatabase, eventually } from '@tradewind/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Contacts, type Contact } from '../src/application/ports/contacts.ts';
import { MailboxMailSender } from '../src/infrastructure/mailbox-mail-sender.ts';
import { PostgresMailbox } from '../src/infrastructure/postgres-mailbox.ts';
import { listen } from '../src/notification.module.ts';

/** The order service: away, or knowing some of the orders. */
class OrderServiceDouble extends Contacts {
  away = false;
  readonly known = new Map<string, Contact>();

  async of(orderIds: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
    if (this.away) throw new AppError('unavailable', 'UNAVAILABLE', 'order cannot be reached');
    return new Map(orderIds.flatMap((id) => (this.known.has(id) ? [[id, this.known.get(id)!]] : [])));
  }
}

const orders = new OrderServiceDouble();
const faults = createFaults();
let messaging: Messaging;
let mailbox: PostgresMailbox;
let letters: DeadLetters;
let drop: () => Promise<void>;

beforeAll(async () => {
  faults.enable('notification');
  const database = await createTestDatabase('notification');
  const { url: databaseUrl, eventLogUrl } = database;
  const settings = { databaseUrl, databaseConnections: 5, eventLogUrl, gather: 1, poll: 100 };
  messaging = new Messaging('notification', settings, createLogger('notification', 'fatal'));
  letters = listen(messaging, orders, new MailboxMailSender(faults.offer('mail-down')));
  await messaging.start();
  mailbox = new PostgresMailbox(messaging.database);
  drop = database.drop;
});
afterAll(async () => {
  await messaging.stop();
  await drop();
});

function newOrder(): string {
  const orderId = uuidV7();
  orders.known.set(orderId, { email: `${orderId}@Example.org`, name: 'Ada' });
  return orderId;
}

async function shipped(orderId: string): Promise<void> {
  const event = newEvent('tradewind.order.v1.order-shipped', orderId, { orderId, shopperId: 's' });
  await messaging.outbox.append(messaging.database, [event]);
  messaging.wake();
}

const mailsOf = (orderId: string) => mailbox.list({ to: '', orderId, before: undefined, limit: 10 });
const sentOf = (orderId: string) =>
  messaging.database.query<{ payload: unknown }>(
    'test.sent',
    `select payload from outbox where aggregateid = $1 and type = 'tradewind.notification.v1.notification-sent'`,
    [orderId],
  );

test('an event becomes one mail, which is told without its address', async () => {
  const orderId = newOrder();
  await shipped(orderId);
  const [mail] = await eventually(async () => {
    const mails = await mailsOf(orderId);
    expect(mails).toHaveLength(1);
    return mails;
  });
  expect(mail).toMatchObject({ kind: 'order-shipped', to: `${orderId}@Example.org` });
  expect(await sentOf(orderId)).toEqual([
    { payload: { notificationId: mail!.id, orderId, kind: 'order-shipped' } },
  ]);
});

test('the same fact told twice, even as two events, is one mail', async () => {
  const orderId = newOrder();
  await shipped(orderId);
  await shipped(orderId);
  await eventually(async () =>
    expect(
      await messaging.database.query(
        'test.handled',
        'select 1 from inbox where event_id in (select id from outbox where aggregateid = $1)',
        [orderId],
      ),
    ).toHaveLength(2),
  );
  expect(await mailsOf(orderId)).toHaveLength(1);
  expect(await sentOf(orderId)).toHaveLength(1);
});

test('while the order service is away the event waits', async () => {
  const orderId = newOrder();
  orders.away = true;
  await shipped(orderId);
  await eventually(async () =>
    expect(
      await messaging.database.query(
        'test.published',
        'select 1 from outbox where aggregateid = $1 and published_at is not null',
        [orderId],
      ),
    ).toHaveLength(1),
  );
  orders.away = false;
  await eventually(async () => expect(await mailsOf(orderId)).toHaveLength(1));
  expect(await letters.list(10)).toEqual([]);
});

test('an order that nobody knows is parked; when it is known a replay sends the mail', async () => {
  const orderId = uuidV7();
  await shipped(orderId);
  const [letter] = await eventually(async () => {
    const parked = await letters.list(10);
    expect(parked).toHaveLength(1);
    return parked;
  });
  expect(letter).toMatchObject({ key: orderId, causeCode: 'NOTIFICATION.UNKNOWN_ORDER' });
  orders.known.set(orderId, { email: 'late@example.org', name: '' });
  await letters.replay(letter!.id, 'operator');
  expect(await mailsOf(orderId)).toHaveLength(1);
});

test('the mailbox is found by address, whatever its case, newest first, page by page', async () => {
  const to = `${uuidV7()}@example.org`;
  const ids = [newOrder(), newOrder(), newOrder()];
  for (const id of ids) orders.known.set(id, { email: to, name: '' });
  for (const id of ids) {
    await shipped(id);
    await eventually(async () => expect(await mailsOf(id)).toHaveLength(1));
  }
  const first = await mailbox.list({ to: to.toUpperCase(), orderId: '', before: undefined, limit: 2 });
  expect(first.map(({ orderId }) => orderId)).toEqual([ids[2], ids[1]]);
  const rest = await mailbox.list({ to, orderId: '', before: first[1]!.id, limit: 2 });
  expect(rest.map(({ orderId }) => orderId)).toEqual([ids[0]]);
});

test('while no mail can be sent its event waits, and is sent once when it can', async () => {
  const orderId = newOrder();
  faults.set('mail-down', { enabled: true });
  await shipped(orderId);
  await eventually(async () => {
    const waiting = await letters.list(10, { states: ['waiting'] });
    expect(waiting.map(({ key, causeCode }) => [key, causeCode])).toEqual([[orderId, 'MAIL.UNAVAILABLE']]);
  });
  expect(await mailsOf(orderId)).toEqual([]);
  faults.reset();
  await eventually(async () => expect(await mailsOf(orderId)).toHaveLength(1));
  expect(await sentOf(orderId)).toHaveLength(1);
});
