import { createFaults, type FaultChange } from '@tradewind/faults';
import { describe, expect, it } from 'vitest';
import { mergeFaults } from './merge-faults.ts';

/** The switches of a process, one of which was thrown. */
function processWith(service: string, thrown?: { name: string } & Omit<FaultChange, 'enabled'>) {
  const faults = createFaults();
  faults.enable(service);
  faults.offer('bus-stopped');
  faults.offer('slow');
  if (thrown) faults.set(thrown.name, { ...thrown, enabled: true });
  const list = faults.list().map((fault) => ({ service, fault }));
  faults.reset();
  return list;
}

describe('the switches of all processes', () => {
  it('are one for each name, with the processes that have it', () => {
    const merged = mergeFaults([...processWith('cart'), ...processWith('order')]);
    expect(merged.map(({ name, service, services }) => [name, service, services])).toEqual([
      ['bus-stopped', 'system', ['cart', 'order']],
      ['cart-slow', 'cart', ['cart']],
      ['order-slow', 'order', ['order']],
    ]);
  });

  it('are on when they are on anywhere, as long as anywhere', () => {
    const merged = mergeFaults([
      ...processWith('cart', { name: 'bus-stopped', lastsSeconds: 10 }),
      ...processWith('order', { name: 'bus-stopped', lastsSeconds: 100 }),
      ...processWith('product'),
    ]);
    const left = Date.parse(merged[0]!.expiresAt ?? '') - Date.now();
    expect(merged[0]!.enabled).toBe(true);
    expect(left).toBeGreaterThan(50_000);
    expect(merged[1]!.enabled).toBe(false);
  });
});
