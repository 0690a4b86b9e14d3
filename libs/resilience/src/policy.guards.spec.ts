import { getEventListeners } from 'node:events';
import { context, trace, type Span } from '@opentelemetry/api';
import { AppError } from '@tradewind/kernel';
import { inSpan, metrics, startTracing } from '@tradewind/observability';
import { eventually } from '@tradewind/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withDeadline } from './deadline.ts';
import { createPolicy, type PolicySettings } from './policy.ts';

const settings: PolicySettings = {
  deadline: 1_000,
  attemptTimeout: 200,
  retry: { attempts: 3, initial: 1, maximum: 2 },
  breaker: { failureRate: 0.5, minimumCalls: 4, window: 10_000, openFor: 60_000 },
  bulkhead: { limit: 1, queue: 10 },
};
const away = (): AppError => new AppError('unavailable', 'AWAY', 'away');
const never = (): Promise<never> => new Promise(() => {});
const silent = (): void => {};

describe('waiting for a place', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends with the deadline of the call, says nothing about the dependency, and leaves nothing behind', async () => {
    const policy = createPolicy('bank', { ...settings, deadline: 150, attemptTimeout: 10_000 });
    const caller = new AbortController();
    const first = policy.execute(never).catch((error: AppError) => error.code);
    const second = withDeadline(50, () =>
      policy.execute(async () => 1, { signal: caller.signal }).catch((error: AppError) => error.code),
    );
    await vi.advanceTimersByTimeAsync(150);
    expect([await first, await second]).toEqual(['TIMEOUT', 'BULKHEAD_TIMEOUT']);
    expect(policy.snapshot().policies).toMatchObject({
      bulkhead: { inUse: 0, queued: 0 },
      breaker: { failureRate: 1, consecutiveFailures: 1 },
    });
    expect([getEventListeners(caller.signal, 'abort').length, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('that comes when there is no time left is not asked for, and counts for nothing', async () => {
    const policy = createPolicy('bank', { ...settings, deadline: 150, attemptTimeout: 10_000 });
    const work = vi.fn(never);
    const both = [policy.execute(work), policy.execute(work)].map((call) => call.catch(silent));
    await vi.advanceTimersByTimeAsync(150);
    await Promise.all(both);
    expect(work).toHaveBeenCalledTimes(1);
    expect(policy.snapshot().policies).toMatchObject({
      bulkhead: { inUse: 0, queued: 0 },
      breaker: { consecutiveFailures: 1 },
    });
  });

  it('ends at once when the breaker has opened meanwhile: the queue is not sent after what is down', async () => {
    const policy = createPolicy('bank', { ...settings, retry: { attempts: 1, initial: 1, maximum: 1 } });
    let asked = 0;
    const failing = async (): Promise<never> => {
      asked++;
      await new Promise((resolve) => setTimeout(resolve, 1));
      throw away();
    };
    const calls = Array.from({ length: 11 }, () =>
      policy.execute(failing).catch((error: AppError) => error.code),
    );
    await vi.advanceTimersByTimeAsync(200);
    expect([asked, (await Promise.all(calls)).slice(4)]).toEqual([
      4,
      Array.from({ length: 7 }, () => 'CIRCUIT_OPEN'),
    ]);
    expect(policy.snapshot().policies.bulkhead).toEqual({ limit: 1, inUse: 0, queued: 0 });
  });
});

describe('a caller that leaves', () => {
  it('does not make the dependency look ill', async () => {
    const policy = createPolicy('bank', settings);
    for (let call = 0; call < 10; call++) {
      const caller = new AbortController();
      const running = policy.execute(never, { signal: caller.signal });
      caller.abort(new Error('gone'));
      await expect(running).rejects.toThrow('gone');
    }
    expect(policy.snapshot().policies.breaker).toMatchObject({ state: 'closed', failureRate: 0 });
  });

  it('ends a back-off at once, without another attempt, and leaves no listener', async () => {
    const policy = createPolicy('bank', {
      ...settings,
      retry: { attempts: 3, initial: 60_000, maximum: 60_000, jitter: 'none' },
      deadline: 600_000,
    });
    const caller = new AbortController();
    const work = vi.fn(() => Promise.reject(away()));
    const running = policy.execute(work, { signal: caller.signal });
    const refused = expect(running).rejects.toThrow('gone');
    await eventually(() => expect(policy.snapshot().calls.retried).toBe(1));
    caller.abort(new Error('gone'));
    await refused;
    expect([work.mock.calls.length, getEventListeners(caller.signal, 'abort').length]).toEqual([1, 0]);
  });
});

describe('a guard of the dependency itself', () => {
  it('that refuses is an answer from there, counted and judged as one', async () => {
    const policy = createPolicy('bank', { ...settings, retry: { attempts: 1, initial: 1, maximum: 1 } });
    const refused = new AppError('unavailable', 'CIRCUIT_OPEN', 'its own dependency is failing');
    await expect(policy.execute(() => Promise.reject(refused))).rejects.toBe(refused);
    const { calls, policies } = policy.snapshot();
    expect([calls.failed, calls.rejected, policies.breaker.failureRate]).toEqual([1, 0, 1]);
  });
});

describe('a hedged read through a policy', () => {
  it('is counted, and both copies have a place of the bulkhead', async () => {
    const policy = createPolicy('shelf', {
      ...{ ...settings, bulkhead: { limit: 2, queue: 0 } },
      hedge: { quantile: 0.5, minimumDelay: 5 },
    });
    const hedge = { hedge: true };
    for (let read = 0; read < 20; read++) await policy.execute(async () => 1, hedge);
    let copies = 0;
    const answer = await policy.execute(() => (++copies === 1 ? never() : Promise.resolve('second')), hedge);
    expect([answer, copies, policy.snapshot().calls.hedged]).toEqual(['second', 2, 1]);
    await eventually(() => expect(policy.snapshot().policies.bulkhead.inUse).toBe(0));
  });

  it('does not send twice what has an effect', async () => {
    const policy = createPolicy('till', { ...settings, hedge: { quantile: 0.5, minimumDelay: 5 } });
    for (let call = 0; call < 20; call++) await policy.execute(async () => 1, { hedge: true });
    const pay = vi.fn(() => new Promise((resolve) => setTimeout(resolve, 30)));
    await policy.execute(pay, { hedge: true, idempotent: false });
    expect(pay).toHaveBeenCalledTimes(1);
  });
});

describe('telemetry', () => {
  it('counts in the metrics what the snapshot counts', async () => {
    const policy = createPolicy('counted', settings);
    const failing = (): Promise<never> => Promise.reject(away());
    await policy.execute(async () => 1);
    await policy.execute(failing).catch(silent);
    await policy.execute(failing).catch(silent);
    const text = await metrics.text();
    for (const line of [
      'resilience_calls_total{policy="counted",outcome="ok"} 1',
      'resilience_calls_total{policy="counted",outcome="failed"} 1',
      'resilience_calls_total{policy="counted",outcome="rejected"} 1',
      'resilience_retries_total{policy="counted"} 2',
      'resilience_breaker_state{policy="counted"} 2',
      'resilience_breaker_changes_total{policy="counted",state="open",reason="failure-rate"} 1',
    ])
      expect(text).toContain(line);
    expect(await metrics.text()).toContain('resilience_retries_total{policy="counted"} 2');
  });

  it('writes retries, changes of the breaker and refusals on the span that runs', async () => {
    const tracing = startTracing({
      service: 'test',
      version: '0',
      url: undefined,
      sampler: 'always',
      perSecond: 0,
      share: 0,
    });
    const policy = createPolicy('seen', settings);
    const events: string[] = [];
    await inSpan('a shopper', {}, async () => {
      const span = trace.getActiveSpan() as Span;
      vi.spyOn(span, 'addEvent').mockImplementation((name, attributes) => {
        events.push(`${name} ${JSON.stringify(attributes)}`);
        return span;
      });
      for (let call = 0; call < 3; call++) await policy.execute(() => Promise.reject(away())).catch(silent);
    });
    await tracing.shutdown();
    trace.disable();
    context.disable();
    expect(events.filter((it) => it.startsWith('resilience.retry'))).toHaveLength(3);
    expect(events).toContain(
      'resilience.breaker {"resilience.policy":"seen","resilience.state":"open","reason":"failure-rate"}',
    );
    expect(events.at(-1)).toBe(
      'resilience.rejected {"resilience.policy":"seen","error.code":"CIRCUIT_OPEN"}',
    );
  });
});
