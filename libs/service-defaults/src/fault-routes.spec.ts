import { createCallFaults, createFaults, type FaultRegistry } from '@tradewind/faults';
import { createPoison } from '@tradewind/event-bus';
import { describe, expect, it } from 'vitest';
import { faultRoutes } from './fault-routes.ts';

function offering(): FaultRegistry {
  const faults = createFaults();
  createCallFaults(faults);
  createPoison(faults);
  return faults;
}

const caller =
  (faults: FaultRegistry) =>
  (method: string, path = '/faults', body?: unknown): unknown =>
    faultRoutes(faults)
      .find((it) => it.method === method)!
      .handle(path, body, new URLSearchParams());

describe('the fault switches of a process', () => {
  const faults = offering();
  faults.enable('cart');
  const call = caller(faults);
  const enabled = (): string[] =>
    (call('GET') as { name: string; enabled: boolean }[]).filter((it) => it.enabled).map((it) => it.name);

  it('are those of its calls and those of its events, on one page', () => {
    const all = call('GET') as { name: string }[];
    expect(all.map(({ name }) => name)).toEqual(['cart-slow', 'cart-failing', 'cart-down', 'cart-poison']);
  });

  it('are set by name, wherever they belong, and reset together', () => {
    call('PUT', '/faults/cart-poison', { enabled: true, value: 3 });
    call('PUT', '/faults/cart-slow', { enabled: true, value: null });
    expect(enabled()).toEqual(['cart-slow', 'cart-poison']);
    call('DELETE');
    expect(enabled()).toEqual([]);
  });

  it.each([
    ['cart-sleepy', { enabled: true }, 'FAULT.UNKNOWN', undefined],
    ['cart-slow', { enabled: 'yes' }, 'VALIDATION.FAILED', 'enabled'],
    ['cart-slow', undefined, 'VALIDATION.FAILED', 'body'],
    ['cart-slow', { enabled: true, lastsSeconds: 0 }, 'FAULT.VALUE_OUT_OF_RANGE', 'lastsSeconds'],
  ])('%s refuses %j: %s', (name, body, code, field) => {
    const details = field === undefined ? {} : { errors: [expect.objectContaining({ field })] };
    expect(() => call('PUT', `/faults/${name}`, body)).toThrow(expect.objectContaining({ code, details }));
  });
});

it.each(['GET', 'PUT', 'DELETE'])('outside of the demo %s is refused, and says what to do', (method) => {
  const call = caller(offering());
  expect(() => call(method, '/faults/cart-slow', { enabled: true })).toThrow(
    expect.objectContaining({ code: 'FAULT.DEMO_ONLY', message: expect.stringContaining('MODE=demo') }),
  );
});
