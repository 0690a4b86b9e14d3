import { createLoadShedder } from '@tradewind/resilience';
import { describe, expect, it } from 'vitest';
import { SheddingOrderIntake } from './shedding-order-intake.ts';

function setUp(places: number) {
  const shedder = createLoadShedder('orders-test', { initial: places, minimum: places, maximum: places });
  return { shedder, intake: new SheddingOrderIntake(shedder) };
}

describe('the intake of orders', () => {
  it('refuses what it has no place for, until an order has ended', () => {
    const { intake } = setUp(1);
    intake.admit('a');
    expect(() => intake.admit('b')).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
    intake.moved('a', 'works');
    intake.moved('a', 'ended');
    expect(() => intake.admit('b')).not.toThrow();
  });

  it('gives a place away while the provider has the order, which goes on all the same', () => {
    const { intake, shedder } = setUp(1);
    intake.admit('a');
    intake.moved('a', 'waits');
    intake.admit('b');
    intake.moved('a', 'works');
    expect(shedder.inFlight).toBe(2);
    intake.moved('a', 'ended');
    intake.moved('b', 'ended');
    expect(shedder.inFlight).toBe(0);
  });

  it('does not count orders that it has not admitted, or that have ended', () => {
    const { intake, shedder } = setUp(2);
    intake.moved('of another process', 'works');
    intake.admit('a');
    intake.moved('a', 'ended');
    intake.moved('a', 'works');
    expect(shedder.inFlight).toBe(0);
  });
});
