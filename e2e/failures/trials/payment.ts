import { eventually } from '@tradewind/testing';
import { expect } from 'vitest';
import { ended, failedTries, placed, shopperWithCart, type Trial } from '../../support/faults.ts';
import { policyOf } from '../../support/observations.ts';
import { processNamed, providerLedger } from '../../support/operator.ts';
import type { Shopper } from '../../support/shop.ts';

const CHARGED_ONCE = ['authorization', 'capture'];

const kindsOf = async (orderId: string): Promise<string[]> =>
  (await providerLedger(orderId)).map(({ kind }) => kind);

async function confirmedAndChargedOnce(shopper: Shopper, orderId: string): Promise<void> {
  expect(await ended(shopper, orderId)).toMatchObject({ status: 'confirmed' });
  expect(await kindsOf(orderId)).toEqual(CHARGED_ONCE);
}

/** An order whose payment has been tried in vain, and which is not given up yet. */
async function orderThatWaits(shopper: Shopper): Promise<() => Promise<void>> {
  const orderId = await placed(shopper);
  await eventually(
    async () => {
      const order = await shopper.read(orderId);
      expect(order.status).toBe('pending');
      expect(failedTries(order, 'authorize-payment')).toBeGreaterThanOrEqual(1);
    },
    { within: 20_000, every: 50 },
  );
  return async () => {
    await confirmedAndChargedOnce(shopper, orderId);
    expect(failedTries(await shopper.read(orderId), 'authorize-payment')).toBeGreaterThanOrEqual(1);
  };
}

interface Outcome {
  status: string;
  /** What the provider wrote down. */
  paid: string[];
}

/** So many that breakers have enough to judge by. Who comes after that may be told to come again later. */
async function manyOrders(count: number): Promise<() => Promise<Outcome[]>> {
  const shoppers = await Promise.all(Array.from({ length: count }, shopperWithCart));
  const answers = await Promise.all(shoppers.map((shopper) => shopper.order('tok_ok', { wait: 0 })));
  const taken = answers.flatMap(({ status, body }, index) => {
    expect(status === 202 || body.code === 'ORDER.UNAVAILABLE', `${status} ${body.code}`).toBe(true);
    return status === 202 ? [{ shopper: shoppers[index]!, orderId: body.orderId }] : [];
  });
  return () =>
    Promise.all(
      taken.map(async ({ shopper, orderId }) => {
        const { status } = await ended(shopper, orderId);
        return { status, paid: await kindsOf(orderId) };
      }),
    );
}

const breakerOpens = (service: string, dependency: string): Promise<void> =>
  eventually(
    async () =>
      expect(
        (await policyOf(service, dependency)).policies.breaker?.state,
        `${service} → ${dependency}`,
      ).not.toBe('closed'),
    { within: 20_000, every: 50 },
  );

export const paymentTrials: Trial[] = [
  {
    fault: 'payment-slow',
    value: 600,
    effect: 'an order takes longer, is confirmed, and charged once',
    async meanwhile(shopper) {
      const began = performance.now();
      const { body } = await shopper.order('tok_ok');
      // It is authorized and captured: two calls.
      expect(performance.now() - began).toBeGreaterThan(1_150);
      await confirmedAndChargedOnce(shopper, body.orderId);
    },
  },
  {
    fault: 'payment-failing',
    value: 100,
    effect: 'the saga tries again, shows so, and the order is confirmed, charged once',
    meanwhile: orderThatWaits,
  },
  {
    fault: 'payment-down',
    effect: 'the process lives but is not ready; the order waits for it and is confirmed, charged once',
    async meanwhile(shopper) {
      const before = await processNamed('payment');
      expect(before.ready).toBe(false);
      const afterwards = await orderThatWaits(shopper);
      return async () => {
        await afterwards();
        expect(await processNamed('payment')).toMatchObject({ pid: before.pid, ready: true });
      };
    },
  },
  {
    fault: 'provider-unreachable',
    effect:
      'orders wait and nothing is charged; the breaker opens, closes again, and every order ends as it was paid',
    async meanwhile(shopper) {
      const first = await placed(shopper);
      const others = await manyOrders(30);
      await breakerOpens('order', 'payment');
      // Whether it has paid is not known as long as nobody can be asked: neither confirmed nor rejected.
      expect((await shopper.read(first)).status).toBe('pending');
      expect(await kindsOf(first)).toEqual([]);
      return async () => {
        for (const { status, paid } of await others())
          expect(paid).toEqual(status === 'confirmed' ? CHARGED_ONCE : []);
        expect((await policyOf('order', 'payment')).policies.breaker?.state).toBe('closed');
      };
    },
  },
  {
    fault: 'provider-loses-answers',
    value: 100,
    effect: 'the answers never come, the webhooks do: the order is confirmed meanwhile, charged once',
    async meanwhile(shopper) {
      const orderId = await placed(shopper);
      await confirmedAndChargedOnce(shopper, orderId);
      const order = await shopper.read(orderId);
      expect(failedTries(order, 'authorize-payment') + failedTries(order, 'capture-payment')).toBeGreaterThan(
        0,
      );
    },
  },
];
