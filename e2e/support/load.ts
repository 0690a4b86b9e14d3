import { setTimeout as pause } from 'node:timers/promises';
import { Shopper, type Answer } from './shop.ts';

export interface Request {
  what: string;
  /** 0: no answer at all. */
  status: number;
  /** From the sending to the last byte, in milliseconds. */
  duration: number;
  /** Milliseconds since 1970, when it was sent. */
  at: number;
  /** What an order came to, the code of a refusal, or what a page had to do without. */
  outcome: string;
}

interface Told {
  status?: unknown;
  code?: string;
  degraded?: string[];
}

const outcomeOf = ({ status, code, degraded = [] }: Told): string =>
  code ?? (typeof status === 'string' ? status : degraded.join());

export interface Load {
  /** In the order of their ends; grows while the load runs. */
  readonly requests: readonly Request[];
  /** Lets every shopper end the round that it is in. */
  stop(): Promise<void>;
}

interface LoadOptions {
  /** At the same time. */
  shoppers: number;
  productIds: readonly string[];
  /** Told which round it is. */
  token?: (round: number) => string;
  /** Seconds that a shopper waits for the end of an order; 0: they look at it once. */
  wait?: number;
  /** Milliseconds between two requests of a shopper. */
  thinking?: number;
}

/** Shoppers who look, fill a cart and buy, round after round, until they are stopped. */
export function shopping({
  shoppers,
  productIds,
  token = () => 'tok_ok',
  wait = 20,
  thinking = 50,
}: LoadOptions): Load {
  const requests: Request[] = [];
  let stopping = false;
  const tell = async <Body>(
    what: string,
    call: () => Promise<Answer<Body>>,
  ): Promise<Answer<Body> | undefined> => {
    const at = Date.now();
    const began = performance.now();
    const note = (status: number, outcome: string): void =>
      void requests.push({ what, status, outcome, at, duration: performance.now() - began });
    try {
      const answer = await call();
      note(answer.status, outcomeOf(answer.body as Told));
      return answer;
    } catch (error) {
      note(0, ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message);
      return undefined;
    } finally {
      await pause(thinking);
    }
  };
  const shop = async (number: number): Promise<void> => {
    for (let round = 0; !stopping; round++) {
      const shopper = new Shopper();
      const productId = productIds[(number + round) % productIds.length]!;
      const look = (what: string, path: string) => tell(what, () => shopper.call<object>(path));
      await look('list', '/api/products?inStock=true&pageSize=20');
      await look('product', `/api/products/${productId}`);
      await tell('add', () => shopper.add(productId));
      await look('cart', '/api/cart');
      const order = await tell('order', () => shopper.order(token(round), { wait }));
      if (order?.body.orderId) await look('read', `/api/orders/${order.body.orderId}`);
    }
  };
  const all = Array.from({ length: shoppers }, (_, number) => shop(number));
  return {
    requests,
    async stop() {
      stopping = true;
      await Promise.all(all);
    },
  };
}

/** The value that the given share of requests does not exceed, in milliseconds. */
export function percentileOf(requests: readonly Request[], share: number): number {
  const sorted = requests.map(({ duration }) => duration).toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
