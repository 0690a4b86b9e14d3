import { describe, expect, it } from 'vitest';
import { away, breakerBench as bench } from './breaker-bench.ts';

// Sources: see breaker-opens.vectors.spec.ts.
describe('while it is open', () => {
  it('Polly (BrokenCircuitException), resilience4j (CallNotPermittedException): refuses without calling', async () => {
    const { breaker, bad, times } = bench();
    await times(10, bad);
    let called = false;
    const refused = breaker.execute(async () => (called = true));
    await expect(refused).rejects.toMatchObject({ code: 'CIRCUIT_OPEN', retryable: true });
    expect(called).toBe(false);
  });

  it('Polly, resilience4j: goes half-open by the next call after the time, not by a timer', async () => {
    const { breaker, clock, bad, good, times, changes } = bench({ probesToClose: 2 });
    await times(10, bad);
    clock.advance(4_999);
    expect(await good()).toBe('CIRCUIT_OPEN');
    clock.advance(1);
    expect(breaker.state).toBe('open');
    expect(await good()).toBe('ok');
    expect(changes).toEqual(['open: failure-rate', 'half-open: waited']);
  });

  it('Polly counts late results of earlier calls, resilience4j too; we do not: they tell of the time before', async () => {
    const { breaker, clock, bad, times, held } = bench();
    const early = [held(), held()];
    await times(10, bad);
    const [first, second] = early;
    first!.end();
    await first!.running;
    expect(breaker.state).toBe('open');
    clock.advance(5_000);
    const probe = held();
    second!.end(away());
    await second!.running;
    expect(breaker.state).toBe('half-open');
    probe.end();
    await probe.running;
    expect(breaker.state).toBe('closed');
  });
});

describe('while it is half-open', () => {
  it('Polly lets one call through, resilience4j a number of them; we as many at a time as are set', async () => {
    const { clock, bad, good, times, held } = bench({ probes: 2, probesToClose: 3 });
    await times(10, bad);
    clock.advance(5_000);
    const probes = [held(), held()];
    expect(await times(20, good)).toEqual(Array.from({ length: 20 }, () => 'CIRCUIT_OPEN'));
    probes[0]!.end();
    await probes[0]!.running;
    expect(await good()).toBe('ok');
    probes[1]!.end();
    await probes[1]!.running;
  });

  it('closes after so many good probes; Polly after one, resilience4j when all permitted calls have ended', async () => {
    const { breaker, clock, bad, good, times, changes } = bench({ probesToClose: 3 });
    await times(10, bad);
    clock.advance(5_000);
    await times(2, good);
    expect(breaker.state).toBe('half-open');
    await good();
    expect([breaker.state, breaker.failureRate]).toEqual(['closed', 0]);
    expect(changes.at(-1)).toBe('closed: probes-succeeded');
  });

  it('resilience4j tolerates failures below the rate; Polly, and we, open again at the first', async () => {
    const { clock, bad, good, times, changes } = bench({ probesToClose: 3 });
    await times(10, bad);
    clock.advance(5_000);
    await times(2, good);
    await bad();
    expect(changes.at(-1)).toBe('open: probe-failed');
    clock.advance(4_999);
    expect(await good()).toBe('CIRCUIT_OPEN');
  });

  it('resilience4j: a slow probe is a bad one', async () => {
    const { clock, bad, good, times, changes } = bench({ slowCall: 100 });
    await times(10, bad);
    clock.advance(5_000);
    await good(101);
    expect(changes.at(-1)).toBe('open: probe-failed');
  });

  it('a probe that another one made meaningless is not counted', async () => {
    const { breaker, clock, bad, good, times, held } = bench({ probes: 2, probesToClose: 1 });
    await times(10, bad);
    clock.advance(5_000);
    const late = held();
    await bad();
    clock.advance(5_000);
    const next = held();
    late.end();
    await late.running;
    expect(breaker.state).toBe('half-open');
    next.end();
    await next.running;
    expect([breaker.state, await good()]).toEqual(['closed', 'ok']);
  });

  it('resilience4j (ignored exceptions): what was not asked gives its permission back', async () => {
    const { breaker, clock, bad, good, times } = bench();
    await times(10, bad);
    clock.advance(5_000);
    for (let turn = 0; turn < 5; turn++) breaker.abandoned(breaker.admit());
    expect([breaker.state, await good(), breaker.state]).toEqual(['half-open', 'ok', 'closed']);
  });

  it('a thousand callers at the moment of recovery: never more than the probes reach the dependency', async () => {
    const { breaker, clock, bad, times } = bench({ probes: 2, probesToClose: 3 });
    await times(10, bad);
    clock.advance(5_000);
    let together = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++together);
      await new Promise((resolve) => setImmediate(resolve));
      together--;
    };
    const answers = await Promise.allSettled(Array.from({ length: 1_000 }, () => breaker.execute(work)));
    expect(most).toBe(2);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });
});
