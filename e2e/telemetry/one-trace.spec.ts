import { randomBytes } from 'node:crypto';
import { eventually } from '@tradewind/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { lettersOf, mailTo, operate, processNamed, resetFaults, setFault } from '../support/operator.ts';
import { plentifulProduct, productsInStock, Shopper, type Order } from '../support/shop.ts';
import { expectUnbroken, named, spansOf, wayTo } from '../support/traces.ts';

afterEach(resetFaults);

const CONFIRMED = 'tradewind.order.v1.order-confirmed';

async function place(
  token: string,
  wait = 30,
  productId?: string,
): Promise<{ shopper: Shopper; order: Order }> {
  const shopper = new Shopper();
  await shopper.add(productId ?? (await productsInStock(shopper))[0]!.id);
  const { body } = await shopper.order(token, { wait });
  return { shopper, order: await shopper.read(body.orderId) };
}

/** Spans arrive in the order in which they end, a moment later. */
const complete = (look: () => Promise<void>) => eventually(look, { within: 15_000, every: 100 });

describe('one trace for each order', () => {
  it('from the click to the mail, over HTTP, gRPC, SQL and events, with nothing broken off', async () => {
    const { order } = await place('tok_ok');
    await complete(async () => {
      const spans = await spansOf(order.traceId);
      expect([...new Set(spans.map(({ service }) => service))].toSorted()).toEqual([
        ...['cart', 'gateway', 'inventory', 'notification', 'order', 'payment', 'psp-simulator'],
        ...['recommendation'],
      ]);
      expectUnbroken(spans);
      const [mail] = named(spans, 'notification', 'sql mailbox.send');
      expect(wayTo(spans, mail!)).toEqual([
        'gateway: POST /api/orders',
        'gateway: tradewind.order.v1.OrderService/PlaceOrder',
        'order: tradewind.order.v1.OrderService/PlaceOrder',
        'order: PlaceOrder',
        'order: saga place-order',
        'notification: process events',
        'notification: sql mailbox.send',
      ]);
      const [charge] = named(spans, 'psp-simulator', 'POST /v1/charges');
      expect(wayTo(spans, charge!).slice(-3)).toEqual([
        'payment: AuthorizePayment',
        'payment: POST /v1/charges',
        'psp-simulator: POST /v1/charges',
      ]);
      expect(named(spans, 'order', 'send events').length).toBeGreaterThan(0);
    });
  });

  it('goes on when the process is killed and another one takes the saga up', async () => {
    // The provider takes three seconds: enough to be seen at it, and killed.
    const { shopper, order } = await place('tok_slow', 0);
    const authorize = 'tradewind.payment.v1.PaymentService/Authorize';
    await complete(async () => {
      const [call] = named(await spansOf(order.traceId), 'order', authorize);
      expect(call?.finished).toBe(false);
    });
    process.kill((await processNamed('order')).pid, 'SIGKILL');

    await eventually(async () => expect((await shopper.read(order.orderId)).status).toBe('confirmed'), {
      within: 30_000,
      every: 200,
    });
    await complete(async () => {
      const spans = await spansOf(order.traceId);
      expectUnbroken(spans);
      const sagas = named(spans, 'order', 'saga place-order');
      expect(sagas.map(({ finished }) => finished)).toEqual([false, true]);
      // Taken up where the caller is: its span was sent, whatever became of the killed process.
      expect(wayTo(spans, sagas[1]!)).toEqual([
        'gateway: POST /api/orders',
        'gateway: tradewind.order.v1.OrderService/PlaceOrder',
        'order: saga place-order',
      ]);
      const [mail] = named(spans, 'notification', 'sql mailbox.send');
      expect(wayTo(spans, mail!)).toContain('order: saga place-order');
    });
  });

  it('goes on when an operator lets an event be handled again; both traces are linked', async () => {
    await setFault('notification-poison', true, 1);
    const { shopper, order } = await place('tok_ok');
    const letter = await eventually(async () => {
      const letters = await lettersOf(order.orderId);
      expect(letters).toHaveLength(1);
      return letters[0]!;
    });
    await resetFaults();

    const traceId = randomBytes(16).toString('hex');
    const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
    await operate(`/ops/api/dead-letters/${letter.id}/replay`, { method: 'POST', headers: { traceparent } });
    expect(await mailTo(shopper.email)).toHaveLength(1);

    await complete(async () => {
      const spans = await spansOf(order.traceId);
      expectUnbroken(spans);
      const [replay] = named(spans, 'notification', 'replay event');
      expect(replay?.links.map((link) => link.traceId)).toEqual([traceId]);
      const [mail] = named(spans, 'notification', 'sql mailbox.send');
      expect(wayTo(spans, mail!).slice(-2)).toEqual([
        'notification: replay event',
        'notification: sql mailbox.send',
      ]);
      const operators = await spansOf(traceId);
      expect(operators.map(({ service }) => service)).toEqual(
        expect.arrayContaining(['gateway', 'control-room', 'notification']),
      );
      expect(operators.flatMap(({ links }) => links.map((link) => link.traceId))).toContain(order.traceId);
      // What was done about the event is not told in the operator's trace a second time.
      expect(operators.map(({ name }) => name)).not.toContain(`process ${CONFIRMED}`);
    });
  });

  it('also when many are placed at once and share statements and commits', async () => {
    const { id } = await plentifulProduct(new Shopper(), 100);
    const orders = await Promise.all(Array.from({ length: 40 }, () => place('tok_ok', 30, id)));
    await complete(async () => {
      for (const { order } of orders) {
        const { items } = await operate<{ items: { type: string; traceId: string }[] }>(
          `/ops/api/events?aggregateId=${order.orderId}`,
        );
        expect(items.length).toBeGreaterThanOrEqual(7);
        const strayed = items.filter(({ traceId }) => traceId !== order.traceId);
        expect(strayed).toEqual([]);
      }
    });
    // So many requests are more than are recorded in a second: what comes next shall find everything as it was.
    const recorded = async (): Promise<void> => {
      const { order } = await place('tok_ok');
      await eventually(async () => expect(await spansOf(order.traceId)).not.toEqual([]), { within: 2_000 });
    };
    await eventually(() => recorded().then(recorded).then(recorded), { within: 30_000, every: 1_000 });
  });
});
