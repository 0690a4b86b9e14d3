import { newEvent } from '@tradewind/event-bus';
import { uuidV7 } from '@tradewind/kernel';
import { createLogger } from '@tradewind/observability';
import { Messaging } from '@tradewind/service-defaults';
import { createTestDatabase, eventually } from '@tradewind/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from '../src/cart.module.ts';
import { cartIdOf } from '../src/application/cart-id.ts';
import { addItem, clearCart, removeItem, type Cart, type CartProduct } from '../src/domain/cart.ts';
import { PrismaCartStore } from '../src/infrastructure/prisma-cart-store.ts';

let messaging: Messaging;
let carts: PrismaCartStore;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase('cart');
  const { url: databaseUrl, eventLogUrl } = database;
  const settings = { databaseUrl, databaseConnections: 5, eventLogUrl, gather: 1, poll: 100 };
  messaging = new Messaging('cart', settings, createLogger('cart', 'fatal'));
  listen(messaging);
  await messaging.start();
  carts = new PrismaCartStore(messaging.database);
  drop = database.drop;
});
afterAll(async () => {
  await messaging.stop();
  await drop();
});

const pot: CartProduct = {
  productId: uuidV7(),
  sku: 'POT',
  name: 'Pot',
  unitPrice: { amount: 250, currency: 'EUR' },
  imageUrl: '/pot.svg',
};
const lid: CartProduct = { ...pot, productId: uuidV7(), sku: 'LID', name: 'Lid' };

const add = (shopperId: string, product: CartProduct, quantity: number): Promise<Cart> =>
  carts.change(shopperId, (cart) => addItem(cart, product, quantity));
const quantities = async (shopperId: string): Promise<[string, number][]> =>
  (await carts.find(shopperId)).items.map(({ sku, quantity }) => [sku, quantity]);

async function confirm(
  shopperId: string,
  lines: [CartProduct, number][],
  orderId = uuidV7(),
): Promise<string> {
  const ordered = lines.map(([{ productId, sku, name, unitPrice }, quantity]) => {
    return { productId, sku, name, quantity, unitPrice, lineTotal: unitPrice };
  });
  const data = { orderId, shopperId, lines: ordered, total: pot.unitPrice };
  const event = newEvent('tradewind.order.v1.order-confirmed', orderId, data);
  await messaging.outbox.append(messaging.database, [event]);
  messaging.wake();
  return orderId;
}

const checkedOut = (orderId: string) =>
  messaging.database.query(
    'test.checked-out',
    `select payload from outbox where type = 'tradewind.cart.v1.cart-checked-out' and payload ->> 'orderId' = $1`,
    [orderId],
  );

test('reading the cart of somebody who has none writes nothing and has its later id', async () => {
  const shopper = uuidV7();
  const empty = await carts.find(shopper);
  expect(empty).toEqual({ id: cartIdOf(shopper), shopperId: shopper, items: [], version: 0 });
  expect(await messaging.database.query('test.all', 'select 1 from cart')).toEqual([]);
  expect((await add(shopper, pot, 1)).id).toBe(empty.id);
});

test('what was changed is what is found', async () => {
  const shopper = uuidV7();
  await add(shopper, pot, 2);
  await add(shopper, lid, 1);
  const changed = await add(shopper, { ...pot, name: 'Better pot' }, 1);
  expect(changed).toMatchObject({
    version: 3,
    items: [{ name: 'Better pot', quantity: 3 }, { quantity: 1 }],
  });
  expect(await carts.find(shopper)).toEqual(changed);
  expect(await carts.change(shopper, (cart) => removeItem(cart, pot.productId))).toEqual(
    await carts.find(shopper),
  );
  expect(await carts.change(shopper, clearCart)).toMatchObject({ items: [], version: 5 });
});

test('changes at the same time are all kept, also the first ones', async () => {
  const shopper = uuidV7();
  await Promise.all(Array.from({ length: 20 }, (_, index) => add(shopper, index % 2 ? pot : lid, 1)));
  expect((await quantities(shopper)).toSorted()).toEqual([
    ['LID', 10],
    ['POT', 10],
  ]);
  expect((await carts.find(shopper)).version).toBe(20);
});

test('a change that is refused leaves the cart as it was', async () => {
  const shopper = uuidV7();
  await add(shopper, pot, 999);
  await expect(add(shopper, pot, 1)).rejects.toMatchObject({ code: 'CART.QUANTITY_LIMIT' });
  expect(await carts.find(shopper)).toMatchObject({ version: 1, items: [{ quantity: 999 }] });
});

test('what was ordered leaves the cart, what was added since stays', async () => {
  const shopper = uuidV7();
  await add(shopper, pot, 5);
  await add(shopper, lid, 1);
  const orderId = await confirm(shopper, [
    [pot, 3],
    [lid, 1],
  ]);
  await eventually(async () => expect(await quantities(shopper)).toEqual([['POT', 2]]));
  expect(await checkedOut(orderId)).toEqual([
    { payload: { cartId: cartIdOf(shopper), shopperId: shopper, orderId } },
  ]);
});

test('a confirmed order of somebody without a cart tells nothing', async () => {
  const nobody = await confirm(uuidV7(), [[pot, 1]]);
  const shopper = uuidV7();
  await add(shopper, pot, 1);
  const somebody = await confirm(shopper, [[pot, 1]]);
  await eventually(async () => expect(await checkedOut(somebody)).toHaveLength(1));
  await eventually(async () =>
    expect(
      await messaging.database.query(
        'test.inbox',
        'select 1 from inbox where event_id in (select id from outbox where aggregateid = $1)',
        [nobody],
      ),
    ).toHaveLength(1),
  );
  expect(await checkedOut(nobody)).toEqual([]);
});

test('a new price reaches the carts, one in another currency does not', async () => {
  const shopper = uuidV7();
  const cup = { ...pot, productId: uuidV7() };
  await add(shopper, cup, 2);
  const { productId: id, sku, name } = cup;
  const product = {
    id,
    sku,
    name,
    description: '',
    category: 'c',
    imageUrl: '',
    imageAlt: '',
    tags: [],
    attributes: {},
  };
  for (const price of [
    { amount: 7, currency: 'JPY' },
    { amount: 300, currency: 'EUR' },
  ]) {
    const whole = { ...product, price, availability: 'AVAILABILITY_IN_STOCK' as const, version: 2 };
    const event = newEvent('tradewind.product.v1.price-changed', id, {
      product: whole,
      previousPrice: pot.unitPrice,
    });
    await messaging.outbox.append(messaging.database, [event]);
  }
  messaging.wake();
  await eventually(async () => {
    expect((await carts.find(shopper)).items[0]!.unitPrice).toEqual({ amount: 300, currency: 'EUR' });
  });
  expect((await carts.find(shopper)).version).toBe(2);
});
