import { AppError } from '@tradewind/kernel';
import { seededRandom } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openOrderBench, type OrderBench } from './order-bench.ts';

const SEED = 20261127;
const ORDERS = 150;

let bench: OrderBench;
beforeAll(async () => {
  bench = await openOrderBench();
}, 60_000);
afterAll(() => bench.close());
beforeEach(() => bench.others.reset());

type Verdict = 'accepted' | 'refused';
const asked = (orderId: string): Promise<Verdict> =>
  bench.cancel({ orderId }).then(
    () => 'accepted',
    (error: unknown) => {
      expect(error).toMatchObject({ code: 'ORDER.NOT_CANCELLABLE' });
      return 'refused';
    },
  );

interface Ended {
  status: string;
  reason: string | undefined;
  calls: string[];
  events: string[];
  cancellations: number;
}

/** How everything about an order ended, once nothing moves any more. */
async function endOf(orderId: string, status: 'cancelled' | 'rejected'): Promise<Ended> {
  const order = await bench.becomes(orderId, status);
  await bench.sagaBecomes(orderId, 'done');
  const told = await bench.rows<{ type: string }>(
    'select type from outbox where aggregateid = $1 order by sequence',
    [orderId],
  );
  const sagas = `select 1 from saga where subject_id = $1 and definition = 'cancel-order'`;
  return {
    status,
    reason: order.reason?.code,
    calls: bench.others.namesOf(orderId),
    events: told.map(({ type }) => type.replace('tradewind.order.v1.', '')),
    cancellations: (await bench.rows(sagas, [orderId])).length,
  };
}

/** What an accepted cancellation may have come to, by how far the order had got. Anything else is a second decision. */
const ENDS: Pick<Ended, 'calls' | 'events' | 'cancellations'>[] = [
  ...[
    ['reserve', 'release'],
    ['reserve', 'authorize', 'void', 'release'],
  ].map((calls) => ({
    calls,
    events: ['order-placed', 'order-cancelled'],
    cancellations: 0,
  })),
  {
    calls: ['reserve', 'authorize', 'capture', 'commit', 'refund', 'takeBack'],
    events: ['order-placed', 'order-confirmed', 'order-cancelled'],
    cancellations: 1,
  },
];

/** Between, during and around the calls of the saga that places an order. */
const MOMENTS = ['opened', 'reserve', 'authorize', 'capture', 'commit', 'settled'] as const;

/** Shoppers who cancel, each at a moment that chance chooses; and every call takes a while that it chooses, too. */
class Hesitant {
  private readonly random = seededRandom(SEED);
  private readonly moments = new Map<string, (typeof MOMENTS)[number]>();
  private readonly requests = new Map<string, Promise<Verdict[]>>();

  /** Lets so many turns of the event loop pass at most, so that something falls between any two statements. */
  async turns(most: number): Promise<void> {
    for (let left = Math.floor(this.random() * most); left > 0; left--) await new Promise(setImmediate);
  }

  momentOf(orderId: string): (typeof MOMENTS)[number] {
    const drawn = MOMENTS[Math.floor(this.random() * MOMENTS.length)]!;
    if (!this.moments.has(orderId)) this.moments.set(orderId, drawn);
    return this.moments.get(orderId)!;
  }

  /** Cancels twice, nearly at once. */
  cancels(orderId: string): Promise<Verdict[]> {
    const twice = async () => {
      await this.turns(12);
      return Promise.all([asked(orderId), this.turns(20).then(() => asked(orderId))]);
    };
    if (!this.requests.has(orderId)) this.requests.set(orderId, twice());
    return this.requests.get(orderId)!;
  }

  readonly answer = async (name: string, orderId: string): Promise<void> => {
    await this.turns(8);
    if (this.momentOf(orderId) === name) void this.cancels(orderId);
    await this.turns(8);
  };

  async buysAndCancels(): Promise<{ orderId: string; verdicts: Verdict[] }> {
    await this.turns(400);
    const { orderId } = (await bench.place()).order;
    if (this.momentOf(orderId) === 'opened') return { orderId, verdicts: await this.cancels(orderId) };
    await bench.sagaBecomes(orderId, 'done');
    return { orderId, verdicts: await this.cancels(orderId) };
  }
}

describe('a cancellation at any moment', { timeout: 60_000 }, () => {
  it(`that is accepted ends in "cancelled", decided once (${ORDERS} orders, seed ${SEED})`, async () => {
    const shopper = new Hesitant();
    bench.others.answer = shopper.answer;
    const orders = await Promise.all(Array.from({ length: ORDERS }, () => shopper.buysAndCancels()));
    const ways = new Set<string>();
    for (const { orderId, verdicts } of orders) {
      expect(verdicts).toEqual(['accepted', 'accepted']);
      const { reason, calls, events, cancellations } = await endOf(orderId, 'cancelled');
      expect(reason).toBe('ORDER.CANCELLED_BY_SHOPPER');
      expect(ENDS).toContainEqual({ calls, events, cancellations });
      ways.add(calls.join(' '));
    }
    // Every way was gone, or the seed has lost its point.
    expect(ways).toEqual(new Set(ENDS.map(({ calls }) => calls.join(' '))));
  });

  it(`of an order that is being refused is accepted and heeded, or refused (seed ${SEED})`, async () => {
    const shopper = new Hesitant();
    bench.others.answer = async (name, orderId) => {
      await shopper.answer(name, orderId);
      if (name === 'authorize') throw new AppError('refused', 'PAYMENT.DECLINED', 'no');
    };
    const orders = await Promise.all(Array.from({ length: ORDERS }, () => shopper.buysAndCancels()));
    for (const { orderId, verdicts } of orders) {
      const accepted = verdicts.includes('accepted');
      const end = await endOf(orderId, accepted ? 'cancelled' : 'rejected');
      expect(end.reason).toBe(accepted ? 'ORDER.CANCELLED_BY_SHOPPER' : 'PAYMENT.DECLINED');
      expect(end.events).toEqual(['order-placed', `order-${end.status}`]);
      expect(end.calls).not.toContain('refund');
    }
    const all = orders.map(({ verdicts }) => verdicts.join());
    expect(all).toEqual(expect.arrayContaining(['accepted,accepted', 'refused,refused']));
  });
});
