import { AppError, type ErrorKind } from '@tradewind/kernel';
import { fixedClock, type FixedClock } from '@tradewind/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBulkhead } from './bulkhead.ts';
import { createCircuitBreaker, type BreakerState, type CircuitBreaker } from './circuit-breaker.ts';

const settings = { failureRate: 0.5, minimumCalls: 10, window: 10_000, openFor: 3_000 };

let clock: FixedClock;
let breaker: CircuitBreaker;
let changes: BreakerState[];

beforeEach(() => {
  clock = fixedClock();
  changes = [];
  breaker = createCircuitBreaker('bank', settings, (state) => changes.push(state), clock.now);
});

const works = (): Promise<string> => breaker.execute(async () => 'ok');
const fails = (kind: ErrorKind = 'unavailable'): Promise<string> =>
  breaker
    .execute(async () => {
      throw new AppError(kind, 'X', 'x');
    })
    .catch((error: AppError) => error.code);
async function times(count: number, call: () => Promise<string>): Promise<void> {
  for (let done = 0; done < count; done++) await call();
}

describe('a closed breaker', () => {
  it('does not judge fewer calls than it must have seen', async () => {
    await times(9, fails);
    expect(breaker.state).toBe('closed');
    await fails();
    expect(breaker.state).toBe('open');
  });

  it('stays closed below the rate and opens at it', async () => {
    await times(6, works);
    await times(5, fails);
    expect([breaker.state, breaker.failureRate]).toEqual(['closed', 5 / 11]);
    await fails();
    expect([breaker.state, breaker.failureRate]).toEqual(['open', 0.5]);
    expect(breaker.openedAt).toBe(clock.now());
  });

  it('forgets what is older than its window, slice by slice', async () => {
    await times(9, fails);
    clock.advance(9_000);
    expect(breaker.failureRate).toBe(1);
    clock.advance(1_000);
    expect(breaker.failureRate).toBe(0);
    await fails();
    expect(breaker.state).toBe('closed');
  });

  it.each<ErrorKind>(['invalid', 'not-found', 'conflict', 'refused', 'forbidden', 'exhausted'])(
    'takes "%s" for an answer: the dependency is well',
    async (kind) => {
      await times(50, () => fails(kind));
      expect([breaker.state, breaker.failureRate]).toEqual(['closed', 0]);
    },
  );

  it.each<ErrorKind>(['unavailable', 'timeout', 'internal'])('takes "%s" for an illness', async (kind) => {
    await times(10, () => fails(kind));
    expect(breaker.state).toBe('open');
  });

  it('takes an unknown error for an illness', async () => {
    const broken = (): Promise<string> =>
      breaker.execute(() => Promise.reject(new Error('?'))).catch(() => '');
    await times(10, broken as () => Promise<string>);
    expect(breaker.state).toBe('open');
  });
});

describe('an open breaker', () => {
  beforeEach(() => times(10, fails));

  it('refuses at once, without calling, until its time is over', async () => {
    let called = 0;
    const call = (): Promise<number> => breaker.execute(async () => ++called);
    await expect(call()).rejects.toMatchObject({
      code: 'CIRCUIT_OPEN',
      kind: 'unavailable',
      retryable: true,
    });
    clock.advance(2_999);
    await expect(call()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' });
    expect(called).toBe(0);
    clock.advance(1);
    expect(await call()).toBe(1);
  });

  it('lets one probe through and refuses the others meanwhile', async () => {
    clock.advance(3_000);
    let answer = (_it: string): void => {};
    const probe = breaker.execute(() => new Promise<string>((resolve) => (answer = resolve)));
    expect(breaker.state).toBe('half-open');
    await expect(works()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' });
    answer('ok');
    await probe;
    expect([breaker.state, breaker.openedAt, breaker.failureRate]).toEqual(['closed', null, 0]);
    expect(changes).toEqual(['open', 'half-open', 'closed']);
  });

  it('opens again, for its whole time, when the probe fails', async () => {
    clock.advance(3_000);
    await fails();
    expect([breaker.state, breaker.openedAt]).toEqual(['open', clock.now()]);
    clock.advance(2_999);
    await expect(works()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' });
    clock.advance(1);
    expect(await works()).toBe('ok');
    expect(changes).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
  });

  it('is closed by a probe that is refused for business reasons: somebody answered', async () => {
    clock.advance(3_000);
    await fails('refused');
    expect(breaker.state).toBe('closed');
  });

  it('is not closed by the late success of a call from before', async () => {
    clock.advance(20_000);
    breaker = createCircuitBreaker('bank', settings, undefined, clock.now);
    let answer = (_it: string): void => {};
    const old = breaker.execute(() => new Promise<string>((resolve) => (answer = resolve)));
    await times(10, fails);
    answer('ok');
    await old;
    expect(breaker.state).toBe('open');
  });

  it('stays half-open when its probe was turned away before it was asked', async () => {
    clock.advance(3_000);
    await breaker
      .execute(() => createBulkhead('bank', { limit: 0, queue: 0 }).execute(async () => 'never'))
      .catch(() => {});
    expect(breaker.state).toBe('half-open');
    expect(await works()).toBe('ok');
  });
});
