import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { productsInStock, Shopper, type Answer, type Problem, type Refusal } from '../support/shop.ts';

let shopper: Shopper;
let productId: string;

beforeAll(async () => {
  shopper = new Shopper();
  productId = (await productsInStock(shopper))[0]!.id;
});

function expectProblem(
  { status, headers, body }: Answer<Refusal & { status: unknown; traceId: string | null }>,
  expected: number,
  code: string,
  field?: string,
): void {
  expect([status, body.code]).toEqual([expected, code]);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(body.status).toBe(expected);
  expect(body.traceId).toMatch(/^[0-9a-f]{32}$/);
  if (field) expect(body.errors?.map((error) => error.field)).toContain(field);
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  shopper.call<Problem>(path, { method: 'POST', body, headers });
const key = () => ({ 'idempotency-key': randomUUID() });

describe('bad input gets a problem document', () => {
  it.each([0, -1, 1e9, 'two', 1.5, null])('quantity %s', async (quantity) => {
    expectProblem(
      await post('/api/cart/items', { productId, quantity }),
      422,
      'VALIDATION.FAILED',
      'quantity',
    );
  });

  it('unknown product', async () => {
    const unknown = '01990000-0000-7000-8000-000000000000';
    expectProblem(
      await post('/api/cart/items', { productId: unknown, quantity: 1 }),
      404,
      'CART.UNKNOWN_PRODUCT',
    );
    expectProblem(await shopper.call(`/api/products/${unknown}`), 404, 'PRODUCT.NOT_FOUND');
    expectProblem(await shopper.call('/api/products/not-an-id'), 404, 'PRODUCT.NOT_FOUND');
  });

  it('unknown field', async () => {
    const answer = await post('/api/cart/items', { productId, quantity: 1, colour: 'red' });
    expectProblem(answer, 422, 'VALIDATION.FAILED', 'colour');
    expectProblem(await shopper.call('/api/products?colour=red'), 422, 'VALIDATION.FAILED', 'colour');
  });

  it('no JSON', async () => {
    const answer = await shopper.call<Problem>('/api/cart/items', { method: 'POST', raw: '{"productId":' });
    expectProblem(answer, 400, 'REQUEST.NOT_JSON');
    const form = await shopper.call<Problem>('/api/cart/items', {
      method: 'POST',
      raw: 'a=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expectProblem(form, 415, 'REQUEST.UNSUPPORTED_MEDIA_TYPE');
  });

  it('more than 64 KiB', async () => {
    expectProblem(
      await post('/api/cart/items', { productId, note: 'x'.repeat(70_000) }),
      413,
      'REQUEST.TOO_LARGE',
    );
  });

  it('an empty cart', async () => {
    const empty = new Shopper();
    const answer = await empty.order('tok_ok');
    expectProblem(answer, 422, 'CART.EMPTY');
  });

  it('a missing or malformed idempotency key', async () => {
    const body = shopper.checkout('tok_ok');
    expectProblem(await post('/api/orders', body), 400, 'IDEMPOTENCY.KEY_MISSING');
    for (const malformed of ['with space', 'x'.repeat(256)]) {
      expectProblem(
        await post('/api/orders', body, { 'idempotency-key': malformed }),
        400,
        'IDEMPOTENCY.KEY_MALFORMED',
      );
    }
  });

  it('an order that is not complete, with every problem at once', async () => {
    const answer = await post(
      '/api/orders',
      { email: 'nobody', shippingAddress: { country: 'Portugal' }, payment: {} },
      key(),
    );
    expectProblem(answer, 422, 'VALIDATION.FAILED');
    const fields = answer.body.errors!.map((error) => error.field);
    expect(fields).toEqual(
      expect.arrayContaining(['email', 'shippingAddress.name', 'shippingAddress.country', 'payment.token']),
    );
  });

  it('an unknown payment token', async () => {
    const buyer = new Shopper();
    await buyer.add(productId);
    expectProblem(await buyer.order('tok_nobody'), 422, 'PAYMENT.UNKNOWN_TOKEN');
  });

  it('an order that does not exist', async () => {
    expectProblem(await shopper.call(`/api/orders/${randomUUID()}`), 404, 'ORDER.NOT_FOUND');
    expectProblem(await shopper.call('/api/orders/nonsense'), 404, 'ORDER.NOT_FOUND');
  });

  it('an address that does not exist', async () => {
    expectProblem(await shopper.call('/api/nothing'), 404, 'ROUTE.NOT_FOUND');
  });
});
