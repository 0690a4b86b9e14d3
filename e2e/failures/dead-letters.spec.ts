import { eventually } from '@tradewind/testing';
import { afterEach, describe, expect, it } from 'vitest';
import {
  brokenInvariants,
  lettersOf,
  mailTo,
  operateLetter,
  resetFaults,
  setFault,
  type DeadLetter,
} from '../support/operator.ts';
import { productsInStock, Shopper, type Order } from '../support/shop.ts';

afterEach(resetFaults);

/** An order whose mail the mail service cannot digest. */
async function orderWithPoisonedMail(): Promise<{ shopper: Shopper; order: Order; letter: DeadLetter }> {
  await setFault('notification-poison', true, 1);
  const shopper = new Shopper();
  const [product] = await productsInStock(shopper);
  await shopper.add(product!.id);
  const { body: order } = await shopper.order('tok_ok');
  expect(order.status).toBe('confirmed');
  const letter = await eventually(async () => {
    const letters = await lettersOf(order.orderId);
    expect(letters).toHaveLength(1);
    return letters[0]!;
  });
  return { shopper, order, letter };
}

const differencesOf = async (id: string): Promise<string> =>
  JSON.stringify((await brokenInvariants()).find((it) => it.id === id)?.differences ?? []);

/** Once the order has had its time the missing mail is told, with the letter that it hangs on. */
const reported = (letter: DeadLetter) =>
  eventually(async () => expect(await differencesOf('I7')).toContain(letter.id), {
    within: 20_000,
    every: 300,
  });

const allHold = () =>
  eventually(async () => expect(await brokenInvariants()).toEqual([]), { within: 20_000, every: 300 });

describe('an event that a service cannot digest', () => {
  it('is parked with its cause and told by the invariants; a replay brings the mail and all is well', async () => {
    const { shopper, order, letter } = await orderWithPoisonedMail();
    expect(letter).toMatchObject({
      ...{
        service: 'notification',
        type: 'tradewind.order.v1.order-confirmed',
        state: 'parked',
        attempts: 3,
      },
      cause: { code: 'FAULT.POISON', message: expect.stringContaining('told not to digest') },
    });
    expect(await mailTo(shopper.email)).toEqual([]);
    // The order itself, its money and its cart have nothing to do with it; its mail is reported, not silently missing.
    expect(await differencesOf('I10')).toContain('FAULT.POISON');
    await reported(letter);

    // While the switch is on a replay fails, says why, and the letter stays.
    await expect(operateLetter(letter.id, 'replay')).rejects.toThrow('FAULT.POISON');
    expect(await lettersOf(order.orderId)).toHaveLength(1);

    await setFault('notification-poison', false);
    await operateLetter(letter.id, 'replay');
    await eventually(async () => {
      const mails = await mailTo(shopper.email);
      expect(mails.map(({ kind, orderId }) => [kind, orderId])).toEqual([['order-confirmed', order.orderId]]);
    });
    expect(await lettersOf(order.orderId)).toEqual([]);
    expect(await lettersOf(order.orderId, 'replayed')).toMatchObject([{ operator: 'demo-operator' }]);
    await allHold();
  });

  it('can be discarded with a note: it is given up, said so, and nothing else is broken', async () => {
    const { shopper, order, letter } = await orderWithPoisonedMail();
    await expect(operateLetter(letter.id, 'discard', '')).rejects.toThrow('must say why');
    await reported(letter);
    await operateLetter(letter.id, 'discard', 'the shopper was called instead');
    await setFault('notification-poison', false);
    expect(await lettersOf(order.orderId, 'discarded')).toMatchObject([
      { operator: 'demo-operator', note: 'the shopper was called instead' },
    ]);
    await allHold();
    expect(await mailTo(shopper.email)).toEqual([]);
  });

  it('holds up no other order', async () => {
    const { letter } = await orderWithPoisonedMail();
    const other = new Shopper();
    const [product] = await productsInStock(other);
    await other.add(product!.id);
    await other.order('tok_ok');
    await eventually(async () => expect(await mailTo(other.email)).toHaveLength(1));
    await setFault('notification-poison', false);
    await operateLetter(letter.id, 'replay');
    await allHold();
  });
});

describe('while the order service fails every call', () => {
  it('mails that need an address wait, and are sent in the end, once', async () => {
    const shopper = new Shopper();
    const [product] = await productsInStock(shopper);
    await shopper.add(product!.id);
    // The mail service cannot ask for the address; the order's own saga needs nobody to call it.
    const placed = await shopper.order('tok_slow', { wait: 0 });
    await setFault('order-failing', true, 100);
    const { orderId } = placed.body;
    await eventually(async () => expect(await lettersOf(orderId, 'waiting')).toHaveLength(1), {
      within: 20_000,
      every: 200,
    });
    await setFault('order-failing', false);
    await eventually(async () => expect(await mailTo(shopper.email)).toHaveLength(1), { within: 20_000 });
    expect(await lettersOf(orderId, 'all')).toEqual([]);
    await allHold();
  });
});
