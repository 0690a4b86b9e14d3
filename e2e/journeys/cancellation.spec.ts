import { eventually } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { mailTo, providerLedger } from '../support/operator.ts';
import { available, productsInStock, Shopper, type Order } from '../support/shop.ts';

/** The first product whose stock no other journey of this file touches. */
const FIRST = 60;

/** A shopper who has one order on its way. `at`: a product of the case's own, so that stock can be compared. */
async function ordering(token: string, at: number) {
  const shopper = new Shopper();
  const product = (await productsInStock(shopper, 100))[FIRST + at]!;
  const before = await available(shopper, product.id);
  await shopper.add(product.id);
  const { orderId } = (await shopper.order(token, { wait: 0 })).body;
  return { shopper, orderId, before, productId: product.id };
}

const cancel = async (shopper: Shopper, orderId: string): Promise<number> =>
  (await shopper.call(`/api/orders/${orderId}/cancellation`, { method: 'POST' })).status;
const until = (shopper: Shopper, orderId: string, is: (order: Order) => boolean): Promise<Order> =>
  eventually(
    async () => {
      const order = await shopper.read(orderId);
      expect(is(order), `${order.status}: ${JSON.stringify(order.timeline.at(-1))}`).toBe(true);
      return order;
    },
    { within: 30_000, every: 20 },
  );
const begun =
  (step: string) =>
  ({ timeline }: Order): boolean =>
    timeline.some((it) => it.step === step);
const kinds = async (orderId: string): Promise<string[]> =>
  (await providerLedger(orderId)).map(({ kind }) => kind);

interface Moment {
  title: string;
  token: string;
  when: (order: Order) => boolean;
  ledger: string[][];
  mails: string[][];
}

const back = [['authorization', 'void'], ['void', 'authorization'], ['authorization']];
const refunded = ['authorization', 'capture', 'refund'];
const mailsAfter = ['order-confirmed', 'order-cancelled', 'payment-refunded'];
/** Which way an order goes may depend on a few milliseconds; what must not be is anything else. */
const MOMENTS: Moment[] = [
  {
    title: 'while it is authorized',
    token: 'tok_slow',
    when: begun('authorize-payment'),
    ledger: back,
    mails: [['order-cancelled']],
  },
  {
    title: 'while money is taken, or just before or after',
    token: 'tok_ok',
    when: begun('capture-payment'),
    ledger: [...back, refunded],
    mails: [['order-cancelled'], mailsAfter],
  },
  {
    title: 'right after it was confirmed',
    token: 'tok_ok',
    when: ({ status }) => status === 'confirmed',
    ledger: [refunded],
    mails: [mailsAfter],
  },
];

describe.concurrent('an order that is cancelled', () => {
  it.each(MOMENTS.map((it, index) => ({ ...it, index })))(
    '$title is accepted, and ends cancelled with stock and money returned',
    async ({ token, when, ledger, mails, index }) => {
      const { shopper, orderId, before, productId } = await ordering(token, index);
      await until(shopper, orderId, when);
      const answers = await Promise.all([cancel(shopper, orderId), cancel(shopper, orderId)]);
      expect(answers).toEqual([202, 202]);
      const order = await until(shopper, orderId, ({ status }) => status === 'cancelled');
      expect(order.reason?.code).toBe('ORDER.CANCELLED_BY_SHOPPER');
      expect(ledger).toContainEqual(await kinds(orderId));
      await eventually(async () => expect(await available(shopper, productId)).toBe(before));
      await eventually(async () => {
        const sent = (await mailTo(shopper.email)).map(({ kind }) => kind).sort();
        expect(mails.map((it) => it.toSorted())).toContainEqual(sent);
      });
      const steps = order.timeline.map(({ step, outcome }) => `${step} ${outcome}`);
      expect(steps.at(-1)).toMatch(/^(cancel-order succeeded|reject-order undone)$/);
      expect(await cancel(shopper, orderId)).toBe(202);
    },
  );

  it('is none that was rejected', async () => {
    const { shopper, orderId } = await ordering('tok_declined', MOMENTS.length);
    await until(shopper, orderId, ({ status }) => status === 'rejected');
    expect(await cancel(shopper, orderId)).toBe(409);
    expect((await shopper.read(orderId)).status).toBe('rejected');
  });
});
