import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRpcFaults } from './faults.ts';

const { signal } = new AbortController();
const CALL = 'tradewind.payment.v1.PaymentService/Capture';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') }));
afterEach(() => void vi.useRealTimers());

const outcome = (suffering: Promise<void>): Promise<string> =>
  suffering.then(
    () => 'well',
    (error: { code: string }) => error.code,
  );

describe('faults', () => {
  it('are off until they are switched on', async () => {
    const faults = createRpcFaults('payment', () => 0);
    expect(faults.list().map(({ name, enabled, expiresAt }) => [name, enabled, expiresAt])).toEqual([
      ['payment-slow', false, null],
      ['payment-failing', false, null],
    ]);
    expect(await outcome(faults.suffer(CALL, signal))).toBe('well');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fail the share of calls that they were told to', async () => {
    let dice = 0;
    const faults = createRpcFaults('payment', () => dice);
    faults.set('payment-failing', true, 30);
    dice = 0.299;
    expect(await outcome(faults.suffer(CALL, signal))).toBe('FAULT.INJECTED');
    dice = 0.3;
    expect(await outcome(faults.suffer(CALL, signal))).toBe('well');
  });

  it('slow calls down, but not one that nobody waits for any more', async () => {
    const faults = createRpcFaults('payment');
    expect(faults.set('payment-slow', true, null).value).toBe(2_000);
    const done = vi.fn();
    const suffering = faults.suffer(CALL, signal).then(done);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await suffering;
    await faults.suffer(CALL, AbortSignal.abort());
  });

  it('switch themselves off after five minutes', async () => {
    const faults = createRpcFaults('payment', () => 0);
    expect(faults.set('payment-failing', true, 100).expiresAt).toBe('2026-01-01T00:05:00.000Z');
    vi.advanceTimersByTime(5 * 60_000 - 1);
    expect(faults.list()[1]!.enabled).toBe(true);
    vi.advanceTimersByTime(1);
    expect(faults.list()[1]!.enabled).toBe(false);
    expect(await outcome(faults.suffer(CALL, signal))).toBe('well');
  });

  it('can be switched off one by one and all at once; unknown ones are refused', async () => {
    const faults = createRpcFaults('payment', () => 0);
    faults.set('payment-failing', true, 100);
    faults.set('payment-failing', false, null);
    expect(await outcome(faults.suffer(CALL, signal))).toBe('well');
    faults.set('payment-failing', true, 100);
    faults.reset();
    expect(await outcome(faults.suffer(CALL, signal))).toBe('well');
    expect(() => faults.set('payment-odd', true, 1)).toThrow(
      expect.objectContaining({ code: 'FAULT.UNKNOWN' }),
    );
  });

  it.each([
    'grpc.health.v1.Health/Check',
    'tradewind.operations.v1.DeadLetterService/List',
    'tradewind.order.v1.SagaOperationsService/RetrySaga',
  ])('spare %s: operators must be able to mend', async (path) => {
    const faults = createRpcFaults('order', () => 0);
    faults.set('order-failing', true, 100);
    expect(await outcome(faults.suffer(path, signal))).toBe('well');
  });
});
