import { createLoadShedder } from '@tradewind/resilience';
import { expect, it } from 'vitest';
import { SheddingOrderIntake } from './shedding-order-intake.ts';

it('the intake refuses orders that it has no place for, until another has ended', () => {
  const shedder = createLoadShedder('orders-test', { initial: 1, minimum: 1, maximum: 1 });
  const intake = new SheddingOrderIntake(shedder);
  intake.admit('a');
  expect(() => intake.admit('b')).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
  intake.ended('of another process');
  expect(() => intake.admit('b')).toThrow();
  intake.ended('a');
  intake.ended('a');
  expect(() => intake.admit('b')).not.toThrow();
  expect(shedder.inFlight).toBe(1);
});
