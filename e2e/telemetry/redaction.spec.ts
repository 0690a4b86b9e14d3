import { randomUUID } from 'node:crypto';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logFiles, operatorsView, tablesWith, type Left } from '../support/left-behind.ts';
import {
  lettersOf,
  mailTo,
  operateLetter,
  processNamed,
  resetFaults,
  setFault,
} from '../support/operator.ts';
import { productsInStock, Shopper, type Answer, type Order } from '../support/shop.ts';

const mark = randomUUID().slice(0, 8);
/** Strings that nobody else writes. */
const secrets = {
  email: `quillfeather-${mark}@example.com`,
  name: `Zephyrine Quillfeather ${mark}`,
  line1: `Rua Xilofone ${mark}`,
  token: `tok_card_${mark}`,
  cookie: '',
};

class MarkedShopper extends Shopper {
  override readonly email = secrets.email;

  override checkout(token: string, city = 'Lisboa') {
    const whole = super.checkout(token, city);
    const { name, line1 } = secrets;
    return { ...whole, shippingAddress: { ...whole.shippingAddress, name, line1 } };
  }

  /** The secret half of the session cookie; the other half is the shopper's id. */
  get signature(): string {
    return this.cookie('tradewind_session').split('.')[1]!;
  }
}

const shopper = new MarkedShopper();
const answers: Left[] = [];
const orderIds: string[] = [];

function keep<Body>(where: string, answer: Answer<Body>): Answer<Body> {
  answers.push({ where, text: JSON.stringify(answer.body) });
  return answer;
}

async function order(token: string, wait = 30): Promise<string> {
  const [product] = await productsInStock(shopper);
  await shopper.add(product!.id);
  const { body } = keep(`order with ${token}`, await shopper.order(token, { wait }));
  orderIds.push(body.orderId);
  return body.orderId;
}

const send = (path: string, body: unknown) =>
  shopper
    .call<Order>(path, { method: 'POST', body, headers: { 'idempotency-key': randomUUID() } })
    .then((answer) => keep(`refused ${path}`, answer));

/** What people mistype, and where they put things that do not belong there. */
async function badInput(): Promise<void> {
  const whole = shopper.checkout('tok_ok');
  await send('/api/orders', shopper.checkout(secrets.token));
  await send('/api/orders', { ...whole, email: `${secrets.email} and more` });
  await send('/api/orders', {
    ...whole,
    shippingAddress: { ...whole.shippingAddress, country: secrets.name },
  });
  await send('/api/orders', { ...whole, [secrets.email]: secrets.token });
  await send(`/api/orders/${encodeURIComponent(secrets.email)}/cancellation`, {});
  await send(`/api/cart/items?email=${encodeURIComponent(secrets.email)}`, { productId: secrets.token });
  const raw = `{"email": "${secrets.email}", "payment": {"token": "${secrets.token}"`;
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  keep('not JSON', await shopper.call('/api/orders', { method: 'POST', raw, headers }));
  for (const path of [
    `/api/products/${encodeURIComponent(secrets.email)}`,
    `/api/nowhere?name=${encodeURIComponent(secrets.name)}`,
    `/${encodeURIComponent(secrets.email)}`,
  ])
    keep(`refused ${path}`, await shopper.call(path));
}

async function repairedByAnOperator(): Promise<void> {
  await setFault('notification-poison', true, 1);
  const orderId = await order('tok_ok');
  const [letter] = await eventually(async () => {
    const letters = await lettersOf(orderId);
    expect(letters).toHaveLength(1);
    return letters;
  });
  await resetFaults();
  await operateLetter(letter!.id, 'replay');
}

async function throughACrash(): Promise<void> {
  const orderId = await order('tok_slow', 0);
  const victims = await Promise.all(['order', 'notification'].map(processNamed));
  for (const { pid } of victims) process.kill(pid, 'SIGKILL');
  await eventually(async () => expect((await shopper.read(orderId)).status).toBe('confirmed'), {
    within: 30_000,
    every: 200,
  });
}

beforeAll(async () => {
  await order('tok_ok');
  secrets.cookie = shopper.signature;
  await order('tok_declined');
  await order('tok_lost_answer');
  await badInput();
  await repairedByAnOperator();
  await throughACrash();
  const cancelled = await shopper.call<Order>(`/api/orders/${orderIds[0]}/cancellation`, { method: 'POST' });
  keep('cancel', cancelled);
  // Whoever looks at an order's mail asks with the address in the query.
  await eventually(async () => expect((await mailTo(secrets.email)).length).toBeGreaterThanOrEqual(6), {
    within: 20_000,
  });
}, 90_000);
afterAll(resetFaults);

/** Where one of the strings stands, as it is or as it stands in an address. */
function leaks(left: readonly Left[]): string[] {
  return Object.entries(secrets).flatMap(([kind, secret]) =>
    left
      .filter(({ text }) => text.includes(secret) || text.includes(encodeURIComponent(secret)))
      .map(({ where }) => `${kind} in ${where}`),
  );
}

describe('personal data, card tokens and cookies', () => {
  it('are in no log file', () => {
    const files = logFiles();
    expect(files.map(({ where }) => where)).toEqual(
      expect.arrayContaining(['gateway.log', 'postgresql.log']),
    );
    expect(files.find(({ where }) => where === 'gateway.log')!.text).toContain('"route":"/api/orders"');
    expect(leaks(files)).toEqual([]);
  });

  it('are in no span, event, dead letter, saga, metric or log line that operators can see', async () => {
    const view = await operatorsView(orderIds);
    expect(view.find(({ where }) => where === 'spans')!.text).toContain(orderIds[0]);
    expect(leaks(view)).toEqual([]);
  });

  it('are in no answer to who sent them wrongly', () => {
    expect(answers.length).toBeGreaterThan(12);
    expect(leaks(answers)).toEqual([]);
  });

  it('are stored with the order and in the mailbox, and nowhere else', async () => {
    const { email, name, line1, token, cookie } = secrets;
    expect(await tablesWith([email])).toEqual(['notification.public.notification', 'order.public.orders']);
    expect(await tablesWith([name, line1])).toEqual([
      'notification.public.notification',
      'order.public.orders',
    ]);
    expect(await tablesWith([token, cookie])).toEqual([]);
  });
});
