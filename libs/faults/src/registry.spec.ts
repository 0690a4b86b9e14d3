import { describe, expect, it, vi } from 'vitest';
import { catalogue, type FaultKindName } from './catalogue.ts';
import { createFaults, type FaultRegistry } from './registry.ts';

function demo(...kinds: FaultKindName[]): FaultRegistry {
  const faults = createFaults();
  faults.enable('cart');
  for (const kind of kinds) faults.offer(kind);
  return faults;
}

describe('a fault switch', () => {
  it('tells everything that a person should know before it is thrown', () => {
    expect(demo('slow').list()).toEqual([
      {
        ...{ name: 'cart-slow', kind: 'slow', scope: 'service', group: 'calls' },
        ...{ title: 'cart answers slowly', see: '/ops/resilience' },
        ...{ unit: 'ms', defaultValue: 2_000, minimum: 1, maximum: 60_000, value: 2_000 },
        ...{ enabled: false, expiresAt: null, notApplicable: null },
        ...{ expect: expect.any(String), after: expect.any(String), pattern: expect.any(String) },
      },
    ]);
  });

  it('says more where more is known: what happens when this very service is slow', () => {
    const faults = createFaults();
    faults.enable('recommendation');
    faults.offer('slow');
    expect(faults.list()[0]!.expect).toContain('without recommendations');
  });

  it('is called after its process, or, of the whole system, by its own name', () => {
    expect(
      demo('poison', 'bus-stopped')
        .list()
        .map(({ name }) => name),
    ).toEqual(['cart-poison', 'bus-stopped']);
  });

  it('is shared by all that offer it: each begins and ends, also when only the amount changes', () => {
    const faults = demo();
    const said: string[] = [];
    const effect = (name: string) => ({
      begin: (value: number) => void said.push(`${name} begins ${value}`),
      end: () => void said.push(`${name} ends`),
    });
    const first = faults.offer('cpu-burn', effect('a'));
    faults.offer('cpu-burn', effect('b'));
    faults.set('cart-cpu-burn', { enabled: true, value: 10 });
    expect([first.on, first.value]).toEqual([true, 10]);
    faults.set('cart-cpu-burn', { enabled: true, value: 20 });
    faults.reset();
    faults.reset();
    expect([first.on, first.value]).toEqual([false, 0]);
    expect(said).toEqual([
      ...['a begins 10', 'b begins 10', 'a ends', 'b ends'],
      ...['a begins 20', 'b begins 20', 'a ends', 'b ends'],
    ]);
  });

  it('tells whoever watches', () => {
    const faults = demo('down');
    const told = vi.fn();
    faults.watch(({ name, enabled }) => told(name, enabled));
    faults.set('cart-down', { enabled: true });
    faults.reset();
    expect(told.mock.calls).toEqual([
      ['cart-down', true],
      ['cart-down', false],
    ]);
  });
});

describe('what a switch refuses', () => {
  it.each([
    ['cart-slow', { value: 0 }, 'value'],
    ['cart-slow', { value: 60_001 }, 'value'],
    ['cart-slow', { value: NaN }, 'value'],
    ['cart-down', { value: 1 }, 'value'],
    ['cart-slow', { lastsSeconds: 0 }, 'lastsSeconds'],
    ['cart-slow', { lastsSeconds: 3_601 }, 'lastsSeconds'],
  ])('%s with %j, and names the field', (name, change, field) => {
    const faults = demo('slow', 'down');
    expect(() => faults.set(name, { enabled: true, ...change })).toThrow(
      expect.objectContaining({
        ...{ code: 'FAULT.VALUE_OUT_OF_RANGE', kind: 'invalid' },
        details: { errors: [{ field, message: expect.any(String) }] },
      }),
    );
    expect(faults.list().some(({ enabled }) => enabled)).toBe(false);
  });

  it('is never to be turned off', () => {
    const faults = demo('slow', 'down');
    faults.set('cart-slow', { enabled: true });
    expect(faults.set('cart-slow', { enabled: false, value: 0, lastsSeconds: 0 }).enabled).toBe(false);
    expect(faults.set('cart-down', { enabled: false, value: 1 }).enabled).toBe(false);
  });

  it('is what nobody offers, what makes no sense here, and everything outside of the demo', () => {
    const faults = demo('slow');
    const refusing = (name: string, code: string, from = faults) =>
      expect(() => from.set(name, { enabled: true })).toThrow(expect.objectContaining({ code }));
    refusing('cart-down', 'FAULT.UNKNOWN');
    faults.excuse('certificate-expired', 'there is no TLS');
    refusing('certificate-expired', 'FAULT.NOT_APPLICABLE');
    expect(faults.list().at(-1)).toMatchObject({ notApplicable: 'there is no TLS', enabled: false });
    const production = createFaults();
    production.offer('slow');
    refusing('-slow', 'FAULT.DEMO_ONLY', production);
    expect(production.list()).toEqual([]);
  });
});

it('the catalogue keeps its own bounds', () => {
  for (const [kind, { amount, see, title }] of Object.entries(catalogue)) {
    if (amount)
      expect([kind, amount.minimum <= amount.default && amount.default <= amount.maximum]).toEqual([
        kind,
        true,
      ]);
    expect(see).toMatch(/^\/ops/);
    expect(title.length).toBeLessThan(60);
  }
});
