import { createRpcFaults } from '@tradewind/rpc';
import { createEventFaults } from '@tradewind/event-bus';
import { describe, expect, it } from 'vitest';
import { faultRoutes } from './fault-routes.ts';

describe('the fault switches of a process', () => {
  const routes = faultRoutes([createRpcFaults('cart'), undefined, createEventFaults('cart')]);
  const call = (method: string, path = '/faults', body?: unknown): unknown =>
    routes.find((it) => it.method === method)!.handle(path, body, new URLSearchParams());
  const enabled = (): string[] =>
    (call('GET') as { name: string; enabled: boolean }[]).filter((it) => it.enabled).map((it) => it.name);

  it('are those of its calls and those of its events, on one page', () => {
    const all = call('GET') as { name: string }[];
    expect(all.map(({ name }) => name)).toEqual(['cart-slow', 'cart-failing', 'cart-poison']);
  });

  it('are set by name, wherever they belong, and reset together', () => {
    call('PUT', '/faults/cart-poison', { enabled: true, value: 3 });
    call('PUT', '/faults/cart-slow', { enabled: true });
    expect(enabled()).toEqual(['cart-slow', 'cart-poison']);
    call('DELETE');
    expect(enabled()).toEqual([]);
  });

  it('refuse an unknown name', () => {
    expect(() => call('PUT', '/faults/cart-sleepy', { enabled: true })).toThrow(
      expect.objectContaining({ code: 'FAULT.UNKNOWN' }),
    );
  });

  it('are no pages at all where there are none', () => {
    expect(faultRoutes([undefined])).toEqual([]);
  });
});
