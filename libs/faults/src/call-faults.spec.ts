import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCallFaults } from './call-faults.ts';
import { createFaults } from './registry.ts';

const { signal } = new AbortController();
const CALL = 'tradewind.payment.v1.PaymentService/Capture';

function callFaults(service = 'payment', random: () => number = () => 0) {
  const registry = createFaults();
  registry.enable(service);
  const calls = createCallFaults(registry, random);
  const outcome = async (path = CALL): Promise<string> => {
    try {
      await calls.suffer(path, signal);
      return 'well';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  return { registry, calls, outcome };
}

describe('the faults of calls', () => {
  it('cost nothing until they are switched on', () => {
    expect(callFaults().calls.suffer(CALL, signal)).toBeUndefined();
  });

  it('fail the share of calls that they were told to', async () => {
    let dice = 0;
    const { registry, outcome } = callFaults('payment', () => dice);
    registry.set('payment-failing', { enabled: true, value: 30 });
    dice = 0.299;
    expect(await outcome()).toBe('FAULT.INJECTED');
    dice = 0.3;
    expect(await outcome()).toBe('well');
  });

  it('slow calls down, but not one that nobody waits for any more', async () => {
    const { registry, calls } = callFaults();
    registry.set('payment-slow', { enabled: true, value: 40 });
    const began = performance.now();
    await calls.suffer(CALL, signal);
    expect(performance.now() - began).toBeGreaterThan(35);
    registry.set('payment-slow', { enabled: true, value: 60_000 });
    await calls.suffer(CALL, AbortSignal.abort());
  });

  const OPERATORS = [
    'grpc.health.v1.Health/Check',
    'tradewind.operations.v1.DeadLetterService/List',
    'tradewind.order.v1.SagaOperationsService/RetrySaga',
  ];

  it.each(OPERATORS)('spare %s when they fail: operators must be able to mend', async (path) => {
    const { registry, outcome } = callFaults('order');
    registry.set('order-failing', { enabled: true, value: 100 });
    expect(await outcome(path)).toBe('well');
  });

  it.each([CALL, ...OPERATORS])('refuse also %s when the service is down', async (path) => {
    const { registry, calls, outcome } = callFaults();
    registry.set('payment-down', { enabled: true });
    expect(calls.down).toBe(true);
    expect(await outcome(path)).toBe('FAULT.INJECTED');
    registry.reset();
    expect(calls.down).toBe(false);
    expect(await outcome(path)).toBe('well');
  });
});

describe('the time that a fault lasts', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

  it('is five minutes, then it ends by itself', async () => {
    const { registry, outcome } = callFaults();
    expect(registry.set('payment-failing', { enabled: true, value: 100 }).expiresAt).toBe(
      '2026-01-01T00:05:00.000Z',
    );
    vi.advanceTimersByTime(5 * 60_000 - 1);
    expect(await outcome()).toBe('FAULT.INJECTED');
    vi.advanceTimersByTime(1);
    expect(await outcome()).toBe('well');
    expect(registry.list().find(({ kind }) => kind === 'failing')).toMatchObject({
      ...{ enabled: false, expiresAt: null, value: 100 },
    });
  });

  it('begins anew when the switch is thrown again, and can be said', async () => {
    const { registry, outcome } = callFaults();
    registry.set('payment-failing', { enabled: true, value: 100, lastsSeconds: 10 });
    vi.advanceTimersByTime(9_000);
    registry.set('payment-failing', { enabled: true, value: 100, lastsSeconds: 10 });
    vi.advanceTimersByTime(9_999);
    expect(await outcome()).toBe('FAULT.INJECTED');
    vi.advanceTimersByTime(1);
    expect(await outcome()).toBe('well');
  });
});
