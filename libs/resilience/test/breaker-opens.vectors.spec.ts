import { AppError } from '@tradewind/kernel';
import { describe, expect, it } from 'vitest';
import { breakerBench as bench } from './breaker-bench.ts';

/**
 * What circuit breakers of others do, restated, and where they contradict each other, what this one does.
 * Polly 8: App-vNext/Polly, src/Polly.Core/CircuitBreaker/Controller (CircuitStateController at 008b952, AdvancedCircuitBehavior at 13428cc).
 * resilience4j 2: CircuitBreakerMetrics at 06b25fb and CircuitBreakerStateMachine, in resilience4j-circuitbreaker.
 */

describe('when it opens', () => {
  it('Polly, resilience4j: not before the minimum throughput, even if everything fails', async () => {
    const { breaker, bad, times } = bench();
    await times(9, bad);
    expect(breaker.state).toBe('closed');
  });

  it('resilience4j: at the threshold (failure rate equal to or above)', async () => {
    const { breaker, good, bad, times, changes } = bench();
    await times(5, good);
    await times(5, bad);
    expect([breaker.state, changes]).toEqual(['open', ['open: failure-rate']]);
  });

  it('resilience4j judges also after a success; Polly, and we, only after a failure', async () => {
    const { breaker, good, bad, times } = bench();
    await times(9, bad);
    // The tenth call makes 90 %: resilience4j opens on this success. A success is no reason to close the door.
    await good();
    expect(breaker.state).toBe('closed');
    await bad();
    expect(breaker.state).toBe('open');
  });

  it('Polly: failures of an older sampling duration do not count', async () => {
    const { breaker, clock, bad, times } = bench();
    await times(9, bad);
    clock.advance(10_000);
    await times(9, bad);
    expect(breaker.state).toBe('closed');
  });

  it('Polly samples in ten windows, resilience4j (time based) by the second; we in ten slices', async () => {
    const { breaker, clock, bad, times } = bench();
    await times(5, bad);
    clock.advance(9_000);
    await times(4, bad);
    expect(breaker.failureRate).toBe(1);
    clock.advance(1_000);
    await times(5, bad);
    expect(breaker.state).toBe('closed');
    await bad();
    expect(breaker.state).toBe('open');
  });

  it('Polly 7 (Consecutive): after so many failures in a row, below any rate and without a window', async () => {
    const { breaker, clock, good, bad, times, changes } = bench({ consecutiveFailures: 3 });
    await times(20, good);
    for (let failure = 0; failure < 3; failure++) {
      expect(breaker.state).toBe('closed');
      clock.advance(60_000);
      await bad();
    }
    expect(changes).toEqual(['open: consecutive-failures']);
  });

  it('Polly 7 (Consecutive): a success in between begins the row anew', async () => {
    const { breaker, good, bad, times } = bench({ consecutiveFailures: 3 });
    await times(20, good);
    await times(2, bad);
    await good();
    await times(2, bad);
    expect([breaker.state, breaker.consecutiveFailures]).toEqual(['closed', 2]);
  });

  it('resilience4j: on the share of slow calls, though all succeed; Polly knows no slow calls', async () => {
    const { breaker, good, times, changes } = bench({ slowCall: 100, slowRate: 0.5 });
    await times(5, () => good(1));
    await times(4, () => good(101));
    expect(breaker.state).toBe('closed');
    await good(101);
    expect(changes).toEqual(['open: slow-calls']);
  });

  it('resilience4j: slow is what takes longer than the threshold, not what takes as long', async () => {
    const { breaker, good, times } = bench({ slowCall: 100, slowRate: 0.1, window: 1e9 });
    await times(30, () => good(100));
    expect([breaker.state, breaker.slowRate]).toEqual(['closed', 0]);
  });

  it('resilience4j: a slow failure is both, and the rate of failures is named first', async () => {
    const { bad, times, changes } = bench({ slowCall: 100, slowRate: 0.5, window: 1e9 });
    await times(10, () => bad(200));
    expect(changes).toEqual(['open: failure-rate']);
  });

  it('Polly, resilience4j: what the predicate does not handle is no failure', async () => {
    const { breaker, times } = bench();
    const no = (): Promise<string> =>
      breaker
        .execute(() => Promise.reject(new AppError('refused', 'NO', 'no')))
        .catch((error: AppError) => error.code);
    await times(50, no);
    expect([breaker.state, breaker.failureRate]).toEqual(['closed', 0]);
  });
});

describe('the clock', () => {
  it('that is set back neither opens nor forgets', async () => {
    const { breaker, clock, bad, times } = bench();
    await times(9, bad);
    clock.advance(-60_000);
    expect([breaker.state, breaker.failureRate]).toEqual(['closed', 1]);
    clock.advance(60_000);
    expect(breaker.failureRate).toBe(1);
    await bad();
    expect(breaker.state).toBe('open');
  });
});
