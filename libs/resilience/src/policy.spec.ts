import { getEventListeners } from 'node:events';
import { loadSettings } from '@tradewind/config';
import { AppError } from '@tradewind/kernel';
import { describe, expect, it, vi } from 'vitest';
import { remainingMilliseconds } from './deadline.ts';
import { withFallback } from './fallback.ts';
import { createPolicy, type PolicySettings } from './policy.ts';
import { allPolicies } from './registry.ts';
import { policySettings } from './settings.ts';

const settings: PolicySettings = {
  deadline: 1_000,
  attemptTimeout: 200,
  retry: { attempts: 3, initial: 1, maximum: 2 },
  breaker: { failureRate: 0.5, minimumCalls: 4, window: 10_000, openFor: 60_000 },
  bulkhead: { limit: 1, queue: 0 },
};
const away = new AppError('unavailable', 'AWAY', 'away');
const failing = (times: number) => {
  let calls = 0;
  return vi.fn(async (_signal: AbortSignal) => {
    if (++calls <= times) throw away;
    return 'done';
  });
};

describe('a policy', () => {
  it('tries again what may be tried again', async () => {
    const work = failing(2);
    expect(await createPolicy('bank', settings).execute(work)).toBe('done');
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('tries once what has an effect each time', async () => {
    const work = failing(1);
    await expect(createPolicy('bank', settings).execute(work, { idempotent: false })).rejects.toBe(away);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('limits one attempt, and tries again within the deadline of all', async () => {
    const policy = createPolicy('bank', { ...settings, deadline: 5_000, attemptTimeout: 20 });
    const left: number[] = [];
    const hang = (): Promise<never> => {
      left.push(remainingMilliseconds());
      return new Promise(() => {});
    };
    await expect(policy.execute(hang)).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(left.length).toBeGreaterThan(1);
    expect(Math.max(...left)).toBeLessThanOrEqual(20);
  });

  it('counts each attempt at the breaker, which then refuses before the work is called', async () => {
    const states: string[] = [];
    const policy = createPolicy('bank', settings, (state) => states.push(state));
    await expect(policy.execute(failing(9))).rejects.toBe(away);
    const work = failing(9);
    await expect(policy.execute(work)).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' });
    expect([work.mock.calls.length, states]).toEqual([1, ['open']]);
  });

  it('hands the abort of its caller to the work', async () => {
    const controller = new AbortController();
    const gone = new Error('nobody waits any more');
    const work = vi.fn((signal: AbortSignal) => {
      const aborted = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
      controller.abort(gone);
      return aborted;
    });
    const { signal } = controller;
    await expect(createPolicy('bank', settings).execute(work, { signal })).rejects.toBe(gone);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('tells what it does', async () => {
    const policy = createPolicy('bank', { ...settings, breaker: { ...settings.breaker, minimumCalls: 5 } });
    let end = (): void => {};
    const running = policy.execute(() => new Promise<void>((resolve) => (end = resolve)));
    await expect(policy.execute(failing(0), { idempotent: false })).rejects.toMatchObject({
      code: 'BULKHEAD_FULL',
    });
    expect(policy.snapshot()).toEqual({
      dependency: 'bank',
      policies: {
        deadlineMs: 1_000,
        attemptTimeoutMs: 200,
        retry: { attempts: 3 },
        budget: { left: 20, burst: 20, ratio: 0.1, refused: 0 },
        breaker: {
          ...{ state: 'closed', failureRate: 0, openedAt: null },
          ...{ slowRate: 0, consecutiveFailures: 0 },
        },
        bulkhead: { limit: 1, inUse: 1, queued: 0 },
      },
      calls: { total: 2, failed: 0, retried: 0, rejected: 1, hedged: 0 },
    });
    end();
    await running;
    await policy.execute(failing(9)).catch(() => {});
    const { calls, policies } = policy.snapshot();
    expect(calls).toEqual({ total: 3, failed: 1, retried: 2, rejected: 1, hedged: 0 });
    expect(policies.bulkhead.inUse).toBe(0);
    expect(policies.breaker.failureRate).toBe(0.75);
    expect(allPolicies()).toContain(policy);
  });

  it('leaves no listener on the signal of its caller after 1,000 calls', async () => {
    const { signal } = new AbortController();
    const policy = createPolicy('bank', {
      ...settings,
      bulkhead: { limit: 2, queue: 2_000 },
      retry: { attempts: 2, initial: 0, maximum: 0 },
      breaker: { ...settings.breaker, minimumCalls: 1e9 },
    });
    const calls = Array.from({ length: 1_000 }, (_, index) =>
      policy.execute(failing(index % 3), { signal }).catch(() => {}),
    );
    await Promise.all(calls);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(policy.snapshot().policies.bulkhead).toEqual({ limit: 2, inUse: 0, queued: 0 });
  });
});

describe('a fallback', () => {
  it('is asked with the error, only when the work fails', async () => {
    const substitute = vi.fn((error: unknown) => [`instead of ${(error as AppError).code}`]);
    expect(await withFallback(async () => ['real'], substitute)).toEqual(['real']);
    expect(substitute).not.toHaveBeenCalled();
    expect(await withFallback(() => Promise.reject(away), substitute)).toEqual(['instead of AWAY']);
  });

  it('may fail itself', async () => {
    const worse = new Error('worse');
    await expect(
      withFallback(
        () => Promise.reject(away),
        () => Promise.reject(worse),
      ),
    ).rejects.toBe(worse);
  });
});

describe('the settings of a policy', () => {
  it('are environment variables with its prefix', () => {
    const { declarations, toPolicy } = policySettings('BANK', { attempts: 1, attemptTimeout: 1_000 });
    expect(
      toPolicy(
        loadSettings('shop', declarations, {
          ...{ BANK_DEADLINE_MS: '9000', BANK_BULKHEAD: '7', BANK_RETRY_BACKOFF: 'fixed' },
        }),
      ),
    ).toEqual({
      deadline: 9_000,
      attemptTimeout: 1_000,
      retry: { attempts: 1, initial: 50, maximum: 1_000, backoff: 'fixed', jitter: 'full' },
      budget: { ratio: 0.1, burst: 20 },
      breaker: {
        ...{ failureRate: 0.5, minimumCalls: 20, window: 10_000, openFor: 3_000 },
        ...{ consecutiveFailures: 30, slowCall: 750, slowRate: 0.9, probes: 2, probesToClose: 3 },
      },
      bulkhead: { limit: 7, queue: 1_024 },
    });
  });

  it('hedge reads only when a share is given', () => {
    const { declarations, toPolicy } = policySettings('BANK');
    const hedge = toPolicy(loadSettings('shop', declarations, { BANK_HEDGE_QUANTILE: '0.95' })).hedge;
    expect(hedge).toEqual({ quantile: 0.95, minimumDelay: 20 });
  });

  it('never allow less than one try', () => {
    const { declarations, toPolicy } = policySettings('BANK');
    expect(toPolicy(loadSettings('shop', declarations, { BANK_ATTEMPTS: '0' })).retry.attempts).toBe(1);
  });
});
