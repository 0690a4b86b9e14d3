import { randomUUID } from 'node:crypto';
import { eventually } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { providerLedger } from '../support/operator.ts';
import { productsInStock, Shopper, type Answer, type Order, type Refusal } from '../support/shop.ts';
import { SOURCES } from './idempotency-sources.ts';
import { idempotencyCases, type IdempotencyCase, type KeyedRequest } from './idempotency-cases.ts';

type Told = Answer<Order & Refusal>;

async function buyer(): Promise<Shopper> {
  const shopper = new Shopper();
  await fill(shopper);
  return shopper;
}

const fill = async (shopper: Shopper): Promise<unknown> =>
  shopper.add((await productsInStock(shopper))[0]!.id);
const ordersOf = async (shopper: Shopper): Promise<Order[]> =>
  (await shopper.call<{ items: Order[] }>('/api/orders')).body.items;

async function prepare(shopper: Shopper, after: KeyedRequest['after']): Promise<void> {
  if (after === 'the cart was emptied') {
    const { items } = await shopper.cart();
    for (const { productId } of items)
      await shopper.call(`/api/cart/items/${productId}`, { method: 'DELETE' });
    await eventually(async () => expect((await shopper.cart()).items).toEqual([]));
  }
  if (after === 'the cart was filled') await fill(shopper);
  if (after === 'the order was cancelled') {
    const { orderId } = (await ordersOf(shopper))[0]!;
    await shopper.call(`/api/orders/${orderId}/cancellation`, { method: 'POST' });
    await eventually(async () => expect((await shopper.read(orderId)).status).toBe('cancelled'));
  }
}

/** `own` is the case's own key. */
function keyOf({ key = 'KEY' }: KeyedRequest, own: string): string | null {
  const length = /^(\d+) characters$/.exec(key ?? '')?.[1];
  return length ? own.padEnd(Number(length), 'x') : (key?.replaceAll('KEY', own) ?? null);
}

function bodyOf(shopper: Shopper, { body, token = 'tok_ok', city = 'Lisboa' }: KeyedRequest): string {
  const good = shopper.checkout(token, city);
  if (body === 'no JSON') return '{"email":';
  if (body === 'without e-mail') return JSON.stringify({ ...good, email: undefined });
  if (body !== 'fields in another order') return JSON.stringify(good);
  const shippingAddress = Object.fromEntries(Object.entries(good.shippingAddress).toReversed());
  return JSON.stringify(
    Object.fromEntries(Object.entries({ ...good, shippingAddress }).toReversed()),
    null,
    2,
  );
}

async function send(shopper: Shopper, request: KeyedRequest, own: string): Promise<Told> {
  const key = keyOf(request, own);
  const headers: Record<string, string> = key === null ? {} : { 'idempotency-key': key };
  if (request.operation === 'read the orders') return shopper.call('/api/orders', { headers });
  if (request.operation === 'add to the cart') {
    const body = { productId: (await productsInStock(shopper))[0]!.id, quantity: 1 };
    return shopper.call('/api/cart/items', { method: 'POST', body, headers });
  }
  const { wait = 30 } = request;
  if (wait > 0) headers['prefer'] = `wait=${wait}`;
  return shopper.call('/api/orders', { method: 'POST', raw: bodyOf(shopper, request), headers });
}

async function tell({ requests, orders }: IdempotencyCase): Promise<void> {
  const own = randomUUID();
  const shoppers = [await buyer(), await buyer()] as const;
  const sent: Promise<Told>[] = [];
  for (const [index, request] of requests.entries()) {
    const shopper = shoppers[(request.shopper ?? 1) - 1]!;
    await prepare(shopper, request.after);
    sent.push(send(shopper, request, own));
    if (requests[index + 1]?.meanwhile)
      await eventually(async () => expect(await ordersOf(shopper)).toHaveLength(1));
    else await Promise.all(sent);
  }
  const answers = await Promise.all(sent);
  for (const [index, { answer }] of requests.entries()) {
    const { status, body, headers } = answers[index]!;
    expect([status, body.code], `request ${index + 1}`).toEqual([answer.status, answer.code]);
    if (answer.same) expect(body).toEqual(answers[answer.same - 1]!.body);
    if (answer.replayed !== undefined)
      expect(headers.get('idempotency-replayed')).toBe(answer.replayed ? 'true' : null);
  }
  expect((await Promise.all(shoppers.map(ordersOf))).flat()).toHaveLength(orders);
}

describe.concurrent('an idempotency key', () => {
  it.each(idempotencyCases.map((it) => ({ ...it, title: it.rule })))('$title', (it) => tell(it));
});

it('follows rules that somebody has written down', () => {
  for (const { rule, sources } of idempotencyCases) {
    expect(sources.length, rule).toBeGreaterThan(0);
    for (const source of sources) expect(Object.keys(SOURCES)).toContain(source.split(' ')[0]);
  }
});

describe('fifty requests with one key at once', () => {
  it('make one order, and money is taken once', async () => {
    const shopper = await buyer();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => shopper.order('tok_ok', { key, wait: 0 })),
    );
    const ids = new Set(answers.filter((it) => it.status === 202).map((it) => it.body.orderId));
    expect(ids.size).toBe(1);
    expect(answers.every((it) => it.status === 202 || it.status === 409)).toBe(true);
    const [orderId] = ids;
    await eventually(async () => expect((await shopper.read(orderId!)).status).toBe('confirmed'));
    expect((await providerLedger(orderId!)).filter((entry) => entry.kind === 'capture')).toHaveLength(1);
  });
});
