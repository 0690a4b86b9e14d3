import { describe, expect, it } from 'vitest';
import { payment, recommend, search, stock } from './support/calls.ts';
import { eventually, podsOf } from './support/cluster.ts';
import { misbehaving } from './support/faults.ts';
import { asGateway, asOrder, counted, send } from './support/probes.ts';
import { sent, upstreams } from './support/proxies.ts';
import { knows, scaled } from './support/scale.ts';

const INVENTORY = 'outbound|9090||inventory';
const OK = '200 grpc 0 OK';
const inventory = () => upstreams(asGateway.name, INVENTORY);
const onePod = async (app: string): Promise<string> => (await podsOf(app, undefined, ',version=v1'))[0]!;

describe('inventory', () => {
  it('is asked once more where that is safe', async () => {
    await misbehaving(await onePod('inventory'), 'inventory-failing', 50, async () => {
      const before = sent(await inventory());
      const answers = counted(await send(asGateway, stock({ count: 300 })));
      const tries = sent(await inventory()) - before;
      // Half of the calls are tried again, and half of those in vain.
      expect(tries).toBeGreaterThan(400);
      expect(tries).toBeLessThan(500);
      expect(answers[OK]! / 300).toBeGreaterThan(0.65);
      expect(answers[OK]! / 300).toBeLessThan(0.85);
    });
  });

  it('is not waited for longer than one try may take, nor more often than allowed', async () => {
    await misbehaving(await onePod('inventory'), 'inventory-slow', 1_500, async () => {
      const before = sent(await inventory());
      const slow = await send(asGateway, stock({ count: 10, concurrency: 10 }));
      expect(counted(slow)).not.toHaveProperty(OK);
      // Two tries of 200 ms, and what lies between them.
      expect(slow.p50).toBeGreaterThanOrEqual(400);
      expect(slow.p50).toBeLessThan(1_000);
      expect(sent(await inventory()) - before).toBe(20);
    });
  });

  it('loses a replica that fails, and gets it back when its time is over', async () => {
    await scaled('inventory', 2, async ([ill]) => {
      await knows(async () => (await inventory()).length, 2);
      await misbehaving(ill!, 'inventory-failing', 100, async () => {
        const first = counted(await send(asGateway, stock({ count: 60, concurrency: 1 })));
        expect(first[OK]).toBeGreaterThan(40);
        await eventually(async () =>
          expect((await inventory()).filter(({ ejected }) => ejected)).toHaveLength(1),
        );
        const then = counted(await send(asGateway, stock({ count: 60, concurrency: 1 })));
        expect(then).toEqual({ [OK]: 60 });
      });
      await eventually(
        async () => expect((await inventory()).some(({ ejected }) => ejected)).toBe(false),
        60_000,
      );
      const before = await inventory();
      expect(counted(await send(asGateway, stock({ count: 100 })))).toEqual({ [OK]: 100 });
      const after = await inventory();
      for (const { address, total } of before)
        expect(after.find((it) => it.address === address)!.total, address).toBeGreaterThan(total);
    });
  });
});

describe('a call as a whole', () => {
  it('ends after the time that the route gives it', async () => {
    await misbehaving(await onePod('recommendation'), 'recommendation-slow', 6_000, async () => {
      const { groups, p50 } = await send(asGateway, recommend({ count: 5, concurrency: 5 }));
      expect(groups[0]).toMatchObject({ code: '14', message: expect.stringContaining('timeout') as unknown });
      expect(p50).toBeGreaterThanOrEqual(2_900);
      expect(p50).toBeLessThan(4_500);
    });
  });
});

describe('payment', () => {
  it('gets no more calls at once than its pool allows: the others are refused, not queued', async () => {
    await misbehaving(await onePod('payment'), 'payment-slow', 3_000, async () => {
      const answers = counted(await send(asOrder, payment({ count: 400, concurrency: 400 })));
      const refused = Object.entries(answers).filter(([said]) => said.includes('overflow'));
      const count = refused.reduce((sum, [, each]) => sum + each, 0);
      expect(count).toBeGreaterThanOrEqual(100);
      expect(400 - count).toBeGreaterThanOrEqual(250);
    });
  });
});

describe('nobody else', () => {
  it('is tried again by the mesh: the code does that', async () => {
    await misbehaving(await onePod('product'), 'product-failing', 100, async () => {
      const before = sent(await upstreams(asGateway.name, 'outbound|9090|v1|product'));
      await send(asGateway, search({ count: 4, concurrency: 1, headers: { 'x-search': 'v1' } }));
      expect(sent(await upstreams(asGateway.name, 'outbound|9090|v1|product')) - before).toBe(4);
    });
  });
});
