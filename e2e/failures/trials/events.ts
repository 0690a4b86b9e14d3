import { eventually } from '@tradewind/testing';
import { expect } from 'vitest';
import { type Trial } from '../../support/faults.ts';
import { differencesOf, messagingOf } from '../../support/observations.ts';
import { lettersOf, mailTo, operate, operateLetter } from '../../support/operator.ts';
import { productsInStock, type Order, type Shopper } from '../../support/shop.ts';

async function confirmedOrder(shopper: Shopper): Promise<Order> {
  const { body: order } = await shopper.order('tok_ok');
  expect(order.status).toBe('confirmed');
  return order;
}

const SOON = { within: 10_000, every: 50 };

const mailComesOnce = ({ email }: Shopper): Promise<void> =>
  eventually(async () => {
    expect((await mailTo(email)).map(({ kind }) => kind)).toEqual(['order-confirmed']);
  }, SOON);

const cartIsCleared = (shopper: Shopper): Promise<void> =>
  eventually(async () => expect((await shopper.cart()).items).toEqual([]), SOON);

async function eventsOf(orderId: string): Promise<string[]> {
  const { items } = await operate<{ items: { type: string }[] }>(`/ops/api/events?aggregateId=${orderId}`);
  return items.map(({ type }) => type.split('.').at(-1)!);
}

export const eventTrials: Trial[] = [
  {
    fault: 'mail-down',
    effect: 'the order is confirmed; its mail waits as a letter, and comes once',
    async meanwhile(shopper) {
      const order = await confirmedOrder(shopper);
      const [letter] = await eventually(async () => {
        const letters = await lettersOf(order.orderId, 'waiting');
        expect(letters).toHaveLength(1);
        return letters;
      }, SOON);
      expect(letter).toMatchObject({ service: 'notification', cause: { code: 'MAIL.UNAVAILABLE' } });
      expect(await mailTo(shopper.email)).toEqual([]);
      await cartIsCleared(shopper);
      return async () => {
        await mailComesOnce(shopper);
        expect(await lettersOf(order.orderId, 'all')).toEqual([]);
      };
    },
  },
  {
    fault: 'bus-stopped',
    effect: 'the order is confirmed; its events wait in the outboxes, then all catch up',
    async meanwhile(shopper) {
      const order = await confirmedOrder(shopper);
      await eventually(async () => {
        expect((await messagingOf('order')).unpublished).toBeGreaterThanOrEqual(2);
        expect((await messagingOf('payment')).unpublished).toBeGreaterThanOrEqual(1);
      }, SOON);
      expect(await eventsOf(order.orderId)).toEqual([]);
      expect((await shopper.cart()).items).toHaveLength(1);
      expect(await mailTo(shopper.email)).toEqual([]);
      return async () => {
        await cartIsCleared(shopper);
        await mailComesOnce(shopper);
        await eventually(async () => {
          expect(await eventsOf(order.orderId)).toEqual(
            expect.arrayContaining(['order-placed', 'order-confirmed']),
          );
          expect((await messagingOf('order')).unpublished).toBe(0);
        }, SOON);
      };
    },
  },
  {
    fault: 'bus-duplicates',
    value: 4,
    effect: 'events come four times, and everything happens once: one mail, one purchase counted',
    async meanwhile(shopper) {
      // Two things in one order: that they were bought together is counted.
      const inCart = new Set((await shopper.cart()).items.map(({ productId }) => productId));
      const other = (await productsInStock(shopper)).find(({ id }) => !inCart.has(id));
      await shopper.add(other!.id);
      const order = await confirmedOrder(shopper);
      await cartIsCleared(shopper);
      await mailComesOnce(shopper);
      await eventually(async () => {
        const types = await eventsOf(order.orderId);
        expect(types.filter((type) => type === 'notification-sent')).toHaveLength(1);
      }, SOON);
      expect(await lettersOf(order.orderId, 'all')).toEqual([]);
      return async () => {
        await mailComesOnce(shopper);
        expect(await differencesOf('bought-together')).toBe(0);
      };
    },
  },
  {
    fault: 'cart-poison',
    value: 1,
    effect: 'the order is confirmed and mailed; its cart is not cleared until the dead letter is replayed',
    async meanwhile(shopper) {
      const order = await confirmedOrder(shopper);
      const [letter] = await eventually(async () => {
        const letters = await lettersOf(order.orderId);
        expect(letters).toHaveLength(1);
        return letters;
      }, SOON);
      expect(letter).toMatchObject({ service: 'cart', cause: { code: 'FAULT.POISON' } });
      expect((await shopper.cart()).items).toHaveLength(1);
      await mailComesOnce(shopper);
      return async () => {
        await operateLetter(letter!.id, 'replay');
        await cartIsCleared(shopper);
      };
    },
  },
];
