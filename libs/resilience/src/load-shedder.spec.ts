import { AppError } from '@tradewind/kernel';
import { seededRandom } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { createAdaptiveLimit } from './adaptive-limit.ts';
import { createLoadShedder, type Priority } from './load-shedder.ts';
import { guardSnapshots } from './registry.ts';

const SEED = 20260315;
const settings = {
  initial: 50,
  minimum: 4,
  maximum: 400,
  tolerance: 1.5,
  window: 100,
  windowCalls: 10,
  relearnAfter: 30_000,
};

/**
 * A server in simulated time: `workers` calls are done at once in `duration` ms each, the others wait in its queue. Arrivals that
 * the limit does not admit are lost. @returns what came of a phase
 */
function server(workers: number, duration: number) {
  let now = 0;
  const random = seededRandom(SEED);
  const limit = createAdaptiveLimit(settings, () => now);
  const busy: number[] = Array.from({ length: workers }, () => 0);
  let running: { began: number; ends: number; together: number }[] = [];
  return {
    limit,
    becomes: (milliseconds: number) => void (duration = milliseconds),
    phase(milliseconds: number, arrivalsPerSecond: number) {
      const until = now + milliseconds;
      const latencies: number[] = [];
      let offered = 0;
      while (now < until) {
        now += -Math.log(1 - random()) * (1_000 / arrivalsPerSecond);
        const together = running.length;
        for (const call of running.filter(({ ends }) => ends <= now)) {
          limit.observe(call.ends - call.began, Math.max(together, call.together));
          latencies.push(call.ends - call.began);
        }
        running = running.filter(({ ends }) => ends > now);
        offered++;
        if (running.length >= limit.limit) continue;
        const worker = busy.indexOf(Math.min(...busy));
        busy[worker] = Math.max(now, busy[worker]!) + duration * (0.8 + random() * 0.4);
        running.push({ began: now, ends: busy[worker]!, together: running.length + 1 });
      }
      const sorted = latencies.toSorted((left, right) => left - right);
      return {
        perSecond: (latencies.length * 1_000) / milliseconds,
        p99: sorted[Math.floor(sorted.length * 0.99)]!,
        offered,
      };
    },
  };
}

describe(`an adaptive limit (seed ${SEED})`, () => {
  it('three times of what can be done: keeps the goodput and bounds the waiting', () => {
    const it20 = server(20, 10);
    const normal = it20.phase(20_000, 1_200);
    expect(normal.perSecond / 1_200).toBeGreaterThan(0.98);
    const overload = it20.phase(60_000, 6_000);
    expect(overload.perSecond).toBeGreaterThan(2_000 * 0.9);
    expect(overload.p99).toBeLessThan(60);
    const after = it20.phase(5_000, 1_200);
    expect(after.perSecond / 1_200).toBeGreaterThan(0.97);
  });

  it('does not take an overload that lasts for the quiet state', () => {
    const it20 = server(20, 10);
    it20.phase(10_000, 1_200);
    const { quiet } = it20.limit;
    it20.phase(100_000, 6_000);
    expect(it20.limit.quiet).toBeLessThan(quiet * 1.5);
  });

  it('learns that calls have become slower for good', () => {
    const it20 = server(20, 10);
    it20.phase(10_000, 1_000);
    it20.becomes(40);
    it20.phase(60_000, 400);
    const slower = it20.phase(60_000, 400);
    expect(it20.limit.quiet).toBeGreaterThan(30);
    expect(slower.perSecond / 400).toBeGreaterThan(0.9);
  });

  it('stays within its bounds, and does not grow while it is not used', () => {
    const it20 = server(20, 10);
    it20.phase(60_000, 100);
    expect(it20.limit.limit).toBe(settings.initial);
    const one = server(1, 100);
    one.phase(60_000, 1_000);
    expect(one.limit.limit).toBeGreaterThanOrEqual(settings.minimum);
    expect(one.limit.limit).toBeLessThan(20);
  });
});

describe('a load shedder', () => {
  const fixed = { initial: 20, minimum: 20, maximum: 20, shares: { critical: 1, normal: 0.8, low: 0.5 } };
  const fill = (shedder: ReturnType<typeof createLoadShedder>, priority: Priority): number => {
    for (let admitted = 0; ; admitted++) {
      try {
        shedder.admit(priority);
      } catch {
        return admitted;
      }
    }
  };

  it('sheds browsing first, then the rest, and payment last', () => {
    const shedder = createLoadShedder('edge', fixed);
    expect([fill(shedder, 'low'), fill(shedder, 'normal'), fill(shedder, 'critical')]).toEqual([10, 6, 4]);
    expect(shedder.inFlight).toBe(20);
    expect(() => shedder.admit('critical')).toThrow(
      expect.objectContaining({
        ...{ code: 'OVERLOADED', kind: 'exhausted', retryable: true },
        details: { retryAfterSeconds: 1 },
      }),
    );
  });

  it('gives a place back once, whatever comes of the work', async () => {
    const shedder = createLoadShedder('edge', fixed);
    const leave = shedder.admit('normal');
    leave();
    leave();
    const failing = shedder.execute('normal', () => Promise.reject(new AppError('refused', 'NO', 'no')));
    await expect(failing).rejects.toMatchObject({ code: 'NO' });
    expect([shedder.inFlight, await shedder.execute('low', async () => shedder.inFlight)]).toEqual([0, 1]);
  });

  it('tells what it does', () => {
    const shedder = createLoadShedder('told', { ...fixed, initial: 1, minimum: 1, maximum: 1 });
    shedder.admit('low');
    expect(() => shedder.admit('normal')).toThrow('told has more to do than it can');
    expect(guardSnapshots()).toContainEqual({
      ...{ kind: 'load-shedder', name: 'told', limit: 1, inFlight: 1, quietMs: 0 },
      shed: { critical: 0, normal: 1, low: 0 },
    });
  });
});
