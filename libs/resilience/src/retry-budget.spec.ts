import fc from 'fast-check';
import { AppError } from '@tradewind/kernel';
import { describe, expect, it } from 'vitest';
import { incomingCall, outgoingCall } from './call-context.ts';
import { createPolicy, type Policy, type PolicySettings } from './policy.ts';
import { createRetryBudget } from './retry-budget.ts';

const SEED = 20260314;
const settings: PolicySettings = {
  deadline: 10_000,
  attemptTimeout: 5_000,
  retry: { attempts: 4, initial: 0, maximum: 0 },
  breaker: { failureRate: 1, minimumCalls: 1e9, window: 10_000, openFor: 1 },
  bulkhead: { limit: 1_000, queue: 10_000 },
  budget: { ratio: 0.1, burst: 20 },
};
const down = (): Promise<never> => Promise.reject(new AppError('unavailable', 'AWAY', 'away'));
const ignore = (): void => {};

describe('a retry budget', () => {
  it(`never allows more than burst + ratio · calls, in whatever order they come (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000),
        fc.array(fc.boolean(), { maxLength: 500 }),
        (burst, ratio, steps) => {
          const budget = createRetryBudget({ ratio, burst });
          let calls = 0;
          let retries = 0;
          for (const isCall of steps) {
            if (isCall) calls++;
            if (isCall) budget.deposit();
            else if (budget.withdraw()) retries++;
            expect(retries).toBeLessThanOrEqual(burst + ratio * calls + 1e-9);
            expect(budget.left).toBeLessThanOrEqual(burst);
          }
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('allows the burst, then one retry for ten calls (Finagle RetryBudget, by ratio)', () => {
    const budget = createRetryBudget({ ratio: 0.1, burst: 2 });
    expect([budget.withdraw(), budget.withdraw(), budget.withdraw()]).toEqual([true, true, false]);
    for (let call = 1; call <= 10; call++) {
      expect(budget.left).toBe(0);
      budget.deposit();
    }
    expect([budget.withdraw(), budget.withdraw(), budget.refused]).toEqual([true, false, 2]);
  });
});

describe('retries while the dependency is down', () => {
  it('multiply the calls by no more than 1.2, though each may be tried four times', async () => {
    const policy = createPolicy('bank', settings);
    let asked = 0;
    for (let call = 0; call < 1_000; call++) {
      await policy.execute(() => (asked++, down())).catch(ignore);
    }
    expect(asked).toBeLessThanOrEqual(1_200);
    expect(asked).toBeGreaterThanOrEqual(1_020);
    expect(policy.snapshot().policies.budget).toMatchObject({ left: 0, burst: 20, ratio: 0.1 });
    expect(policy.snapshot().policies.budget.refused).toBeGreaterThan(800);
  });

  it('in three layers add up, and do not multiply', async () => {
    const layers = ['gateway', 'order', 'payment'].map((name) => createPolicy(name, settings));
    let asked = 0;
    const through = ([first, ...rest]: Policy[]): Promise<unknown> =>
      first ? first.execute(() => through(rest)) : (asked++, down());
    for (let call = 0; call < 1_000; call++) await through(layers).catch(ignore);
    expect(asked).toBeLessThanOrEqual(1_200);
    // Only the layer right above repeats; the others are told that there is nothing left to try.
    expect(layers.map((it) => it.snapshot().calls.retried)).toEqual([0, 0, asked - 1_000]);
  });

  it('are made by the layer above when the one below was refused by its own guards only once', async () => {
    const inner = createPolicy('inner', { ...settings, bulkhead: { limit: 0, queue: 0 } });
    const outer = createPolicy('outer', settings);
    const refused = outer.execute(() => inner.execute(async () => 1));
    await expect(refused).rejects.toMatchObject({ code: 'BULKHEAD_FULL' });
    expect([outer, inner].map((it) => it.snapshot().calls.total)).toEqual([1, 1]);
  });
});

describe('a call that came over a hop', () => {
  it('is tried once when it is a retry itself (gRFC A6: grpc-previous-rpc-attempts)', async () => {
    const policy = createPolicy('bank', settings);
    let asked = 0;
    await incomingCall(1_000, 1).run(() => policy.execute(() => (asked++, down())).catch(ignore));
    expect(asked).toBe(1);
  });

  it('hands on how often it was tried, here and before', async () => {
    const seen: number[] = [];
    const policy = createPolicy('bank', settings);
    const note = (): Promise<never> => (seen.push(outgoingCall().previousAttempts), down());
    await policy.execute(note).catch(ignore);
    await incomingCall(1_000, 2).run(() => policy.execute(note).catch(ignore));
    expect(seen).toEqual([0, 1, 2, 3, 2]);
  });

  it('learns when its own dependency has been tried in vain, and not when nothing was to be repeated', async () => {
    const told = async (work: () => Promise<never>, own: Partial<PolicySettings> = {}): Promise<boolean> => {
      const incoming = incomingCall(1_000, 0);
      const policy = createPolicy('bank', { ...settings, ...own });
      await incoming.run(() => policy.execute(work).catch(ignore));
      return incoming.retriesSpent;
    };
    expect(await told(down)).toBe(true);
    expect(await told(down, { budget: { ratio: 0, burst: 0 } })).toBe(true);
    expect(await told(down, { retry: { attempts: 1, initial: 0, maximum: 0 } })).toBe(false);
    expect(await told(() => Promise.reject(new AppError('refused', 'NO', 'no')))).toBe(false);
  });
});
