import { describe, expect, it } from 'vitest';
import { createEventFaults } from './event-faults.ts';

const event = (id: string) => ({ id, type: 'tradewind.order.v1.order-confirmed' });
const poisoned = { code: 'FAULT.POISON' };

describe('the poison of a service', () => {
  it('does nothing until it is switched on', () => {
    const faults = createEventFaults('cart');
    expect(() => faults.suffer(event('a'))).not.toThrow();
    expect(faults.list()).toMatchObject([{ name: 'cart-poison', enabled: false, expiresAt: null }]);
  });

  it('spoils the next events, each as often as it is tried, and no other', () => {
    const faults = createEventFaults('cart');
    faults.set('cart-poison', true, 2);
    for (const id of ['a', 'b', 'a', 'b']) {
      expect(() => faults.suffer(event(id))).toThrow(expect.objectContaining(poisoned));
    }
    expect(() => faults.suffer(event('c'))).not.toThrow();
  });

  it('forgets them when it is switched off', () => {
    const faults = createEventFaults('cart');
    faults.set('cart-poison', true, null);
    expect(() => faults.suffer(event('a'))).toThrow();
    faults.set('cart-poison', false, null);
    expect(() => faults.suffer(event('a'))).not.toThrow();
    expect(faults.list()[0]).toMatchObject({ enabled: false, defaultValue: 1 });
  });

  it('refuses a name that is not its own', () => {
    expect(() => createEventFaults('cart').set('cart-slow', true, 1)).toThrow(
      expect.objectContaining({ code: 'FAULT.UNKNOWN' }),
    );
  });
});
