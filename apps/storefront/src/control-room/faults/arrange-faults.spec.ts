import { describe, expect, it } from 'vitest';
import type { Fault } from '../../api/ops/faults.ts';
import { arrangeFaults } from './arrange-faults.ts';

const fault = (service: string, group: Fault['group'], kind: string): Fault => ({
  ...{ name: `${service}-${kind}`, service, group, kind, title: '', expect: '', after: '' },
  ...{ pattern: '', see: '', unit: null, value: null, defaultValue: null, minimum: null, maximum: null },
  ...{ enabled: false, expiresAt: null, notApplicable: null },
});

const arranged = (faults: Fault[]) =>
  arrangeFaults(faults).map(({ title, lines }) => [
    title,
    ...lines.map((line) => line.faults.map(({ name }) => name).join(' or ')),
  ]);

describe('the fault switches, arranged', () => {
  it('stand together by service, the most wanted first, a stranger at the end of them', () => {
    const faults = [
      fault('parcels', 'calls', 'slow'),
      fault('cart', 'calls', 'slow'),
      fault('payment', 'calls', 'slow'),
      fault('payment', 'calls', 'down'),
    ];
    expect(arranged(faults)).toEqual([
      ['Payment', 'payment-slow', 'payment-down'],
      ['Carts', 'cart-slow'],
      ['parcels', 'parcels-slow'],
    ]);
  });

  it('have one line for what many processes have', () => {
    const faults = [
      fault('cart', 'databases', 'database-slow'),
      fault('order', 'databases', 'database-slow'),
      fault('order', 'databases', 'database-exhausted'),
    ];
    expect(arranged(faults)).toEqual([
      ['Databases', 'cart-database-slow or order-database-slow', 'order-database-exhausted'],
    ]);
  });
});
