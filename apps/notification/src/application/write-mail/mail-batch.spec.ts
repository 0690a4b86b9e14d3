import type { StoredEvent } from '@tradewind/event-bus';
import { expect, test, vi } from 'vitest';
import type { Contact } from '../ports/contacts.ts';
import type { Mail } from '../ports/mail-sender.ts';
import { MailBatch } from './mail-batch.ts';

const one = '019cada8-5095-75c9-a625-97947707591a';
const two = '019cada9-e0ff-71c1-828c-47a66d4e0bbc';

function world(orders: string[], alreadySent: string[] = []) {
  const mails: Mail[] = [];
  const events: StoredEvent[] = [];
  const known = new Map(
    orders.map((it): [string, Contact] => [it, { email: `${it}@example.org`, name: 'Ada' }]),
  );
  const contacts = { of: vi.fn(async () => known) };
  const sender = {
    send: async (_sql: unknown, asked: readonly Mail[]) => {
      mails.push(...asked);
      return asked.filter(({ orderId }) => !alreadySent.includes(orderId)).map(({ id }) => id);
    },
  };
  const outbox = { append: async (_sql: unknown, more: readonly StoredEvent[]) => void events.push(...more) };
  const send = (batch: MailBatch) => batch.send(undefined as never, outbox, contacts, sender);
  return { mails, events, contacts, send };
}

function batchOf(...orderIds: string[]): MailBatch {
  const batch = new MailBatch();
  for (const orderId of orderIds) batch.add({ kind: 'order-shipped', orderId });
  return batch;
}

test('all addresses of a batch are asked for at once, an order once', async () => {
  const { send, contacts, mails } = world([one, two]);
  await send(batchOf(one, two, one));
  expect(contacts.of).toHaveBeenCalledExactlyOnceWith([one, two]);
  expect(mails.map(({ to }) => to)).toEqual([
    `${one}@example.org`,
    `${two}@example.org`,
    `${one}@example.org`,
  ]);
});

test('only what was really sent is published, and without an address', async () => {
  const { send, events, mails } = world([one, two], [one]);
  await send(batchOf(one, two));
  expect(events).toHaveLength(1);
  expect(events[0]!.data).toEqual({ notificationId: mails[1]!.id, orderId: two, kind: 'order-shipped' });
  expect(JSON.stringify(events)).not.toContain('@');
});

test('an order without an address stops the whole batch', async () => {
  const { send, mails } = world([one]);
  await expect(send(batchOf(one, two))).rejects.toMatchObject({ code: 'NOTIFICATION.UNKNOWN_ORDER' });
  expect(mails).toEqual([]);
});

test('nothing to write, nothing to ask', async () => {
  const { send, contacts } = world([]);
  await send(new MailBatch());
  expect(contacts.of).not.toHaveBeenCalled();
});
