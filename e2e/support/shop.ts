import { randomUUID } from 'node:crypto';

/** What tests know of the shop: its public interface, over HTTP, and nothing else. */
export const shopUrl = process.env['TRADEWIND_URL'] ?? 'http://localhost:8080';

interface Money {
  amount: number;
  currency: string;
}

export interface Product {
  id: string;
  sku: string;
  name: string;
  category: string;
  imageUrl: string;
  price: Money;
  availability: string;
}

export interface Cart {
  id: string;
  items: { productId: string; quantity: number; lineTotal: Money }[];
  total: Money;
  version: number;
}

export interface Order {
  orderId: string;
  status: 'pending' | 'confirmed' | 'rejected' | 'cancelled' | 'shipped';
  reason: { code: string; message: string } | null;
  lines: { productId: string; quantity: number }[];
  total: Money;
  timeline: { step: string; outcome: string; attempt: number }[];
  traceId: string;
}

export interface Problem {
  status: number;
  title: string;
  code: string;
  traceId: string | null;
  errors?: { field: string; message: string }[];
}

/** What a call may say instead of what was asked for. */
export type Refusal = Pick<Problem, 'code' | 'errors'>;

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

interface Call {
  method?: string;
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: string;
  headers?: Record<string, string>;
}

/** A browser's worth of memory: the session's cookie, and those of what stands before the shop. */
export class Shopper {
  private readonly cookies = new Map<string, string>();
  readonly email = `shopper-${randomUUID().slice(0, 8)}@example.com`;

  async call<Body>(
    path: string,
    { method = 'GET', body, raw, headers = {} }: Call = {},
  ): Promise<Answer<Body>> {
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const sent = { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers };
    const response = await fetch(new URL(path, shopUrl), {
      method,
      body: text,
      headers: { ...sent, ...(this.cookies.size > 0 && { cookie: [...this.cookies.values()].join('; ') }) },
    });
    for (const given of response.headers.getSetCookie())
      this.cookies.set(given.split('=')[0]!, given.split(';')[0]!);
    const answer = await response.text();
    const json = response.headers.get('content-type')?.includes('json')
      ? (JSON.parse(answer) as Body)
      : (answer as Body);
    return { status: response.status, headers: response.headers, body: json };
  }

  /** `name=value`, as it was given; empty when none was. */
  protected cookie(name: string): string {
    return this.cookies.get(name) ?? '';
  }

  async cart(): Promise<Cart> {
    return (await this.call<Cart>('/api/cart')).body;
  }

  add(productId: string, quantity = 1): Promise<Answer<Cart & Refusal>> {
    return this.call('/api/cart/items', { method: 'POST', body: { productId, quantity } });
  }

  /** Orders what is in the cart. `wait` in seconds; 0 answers at once. */
  order(
    token: string,
    { wait = 30, key = randomUUID() as string, city = 'Lisboa' } = {},
  ): Promise<Answer<Order & Refusal>> {
    const prefer: Record<string, string> = wait > 0 ? { prefer: `wait=${wait}` } : {};
    return this.call('/api/orders', {
      method: 'POST',
      headers: { 'idempotency-key': key, ...prefer },
      body: this.checkout(token, city),
    });
  }

  checkout(token: string, city = 'Lisboa') {
    const shippingAddress = {
      name: 'Ada Example',
      line1: 'Rua Um 1',
      city,
      postalCode: '1000-001',
      country: 'PT',
    };
    return { email: this.email, shippingAddress, payment: { token } };
  }

  async read(orderId: string): Promise<Order> {
    return (await this.call<Order>(`/api/orders/${orderId}`)).body;
  }
}

/** Products that can be bought and are not low. */
export async function productsInStock(shopper: Shopper, count = 20): Promise<Product[]> {
  const { body } = await shopper.call<{ items: Product[] }>(`/api/products?inStock=true&pageSize=${count}`);
  return body.items.filter((product) => product.availability === 'in-stock');
}

/** A product that many can buy without selling it out. */
export async function plentifulProduct(shopper: Shopper, least = 300): Promise<Product> {
  for (const product of await productsInStock(shopper, 100)) {
    if ((await available(shopper, product.id)) >= least) return product;
  }
  throw new Error(`no product has ${least} left`);
}

export async function available(shopper: Shopper, productId: string): Promise<number> {
  const { body } = await shopper.call<{ stock: { available: number } }>(`/api/products/${productId}`);
  return body.stock.available;
}
