import { randomUUID } from 'node:crypto';
import { call } from './http.ts';

const ADDRESS = { name: 'Bench', line1: 'Quay 1', city: 'Porto', postalCode: '4000', country: 'PT' };

/** A shopper with something in the cart, ready to order: filling carts is not what is measured. */
export interface Buyer {
  cookie: string;
}

export async function productIds(url: string): Promise<string[]> {
  const { body } = await call(`${url}/api/products?inStock=true&pageSize=100`, 'GET', {});
  const { items } = JSON.parse(body) as { items: { id: string; availability: string }[] };
  return items.filter((item) => item.availability === 'in-stock').map((item) => item.id);
}

export async function prepareBuyers(
  url: string,
  products: readonly string[],
  count: number,
): Promise<Buyer[]> {
  const buyers: Buyer[] = [];
  const one = async (): Promise<void> => {
    while (buyers.length < count) {
      const buyer = { cookie: '' };
      buyers.push(buyer);
      const productId = products[buyers.length % products.length]!;
      const answer = await call(`${url}/api/cart/items`, 'POST', {}, { productId, quantity: 1 });
      if (answer.status !== 200) throw new Error(`filling a cart answered ${answer.status}: ${answer.body}`);
      buyer.cookie = answer.cookie!;
    }
  };
  await Promise.all(Array.from({ length: 16 }, one));
  return buyers;
}

/** Orders and waits until it is settled. @returns milliseconds, and the order's status */
export async function order(url: string, { cookie }: Buyer): Promise<{ took: number; outcome: string }> {
  const headers = { cookie, 'idempotency-key': randomUUID(), prefer: 'wait=30' };
  const body = { email: 'bench@example.com', shippingAddress: ADDRESS, payment: { token: 'tok_ok' } };
  const began = performance.now();
  const answer = await call(`${url}/api/orders`, 'POST', headers, body);
  const took = performance.now() - began;
  const outcome =
    answer.status === 201 ? (JSON.parse(answer.body) as { status: string }).status : String(answer.status);
  return { took, outcome };
}
