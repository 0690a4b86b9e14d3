import { createFaults, type FaultRegistry } from '@tradewind/faults';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPoison, type Poison } from './poison.ts';

const event = (id: string) => ({ id, type: 'tradewind.order.v1.order-confirmed' });
const poisoned = { code: 'FAULT.POISON' };

let faults: FaultRegistry;
let poison: Poison;
beforeEach(() => {
  faults = createFaults();
  faults.enable('cart');
  poison = createPoison(faults);
});

describe('the poison of a service', () => {
  it('does nothing until it is switched on', () => {
    expect(() => poison.suffer(event('a'))).not.toThrow();
    expect(faults.list()).toMatchObject([{ name: 'cart-poison', enabled: false, expiresAt: null }]);
  });

  it('spoils the next events, each as often as it is tried, and no other', () => {
    faults.set('cart-poison', { enabled: true, value: 2 });
    for (const id of ['a', 'b', 'a', 'b']) {
      expect(() => poison.suffer(event(id))).toThrow(expect.objectContaining(poisoned));
    }
    expect(() => poison.suffer(event('c'))).not.toThrow();
  });

  it('forgets them when it is switched off', () => {
    faults.set('cart-poison', { enabled: true });
    expect(() => poison.suffer(event('a'))).toThrow();
    faults.set('cart-poison', { enabled: false });
    expect(() => poison.suffer(event('a'))).not.toThrow();
    faults.set('cart-poison', { enabled: true });
    expect(() => poison.suffer(event('b'))).toThrow();
  });
});
