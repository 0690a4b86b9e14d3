import { describe, expect, it } from 'vitest';
import type { WatchedSystem } from '../ports/watched-system.ts';
import { WatchServiceLevels } from '../service-levels/service-levels.ts';
import { readServed } from './served.ts';
import { WatchSignals } from './watch-signals.ts';

const metricsAt = (requests: number, failed: number, cpu: number): string => `
rpc_server_seconds_bucket{le="0.01",method="a/B",code="OK"} ${requests}
rpc_server_seconds_bucket{le="+Inf",method="a/B",code="OK"} ${requests}
rpc_server_seconds_count{method="a/B",code="OK"} ${requests}
rpc_server_seconds_count{method="a/B",code="UNAVAILABLE"} ${failed}
rpc_server_seconds_count{method="a/B",code="NOT_FOUND"} 1
http_server_seconds_count{method="GET",route="/api/orders/:id/events",status="200"} 5
process_cpu_seconds_total ${cpu}`;

describe('the signals of a process', () => {
  it('are read from its metrics: our failures, no business answers, no live streams', () => {
    expect(readServed(metricsAt(10, 2, 1.5), 7)).toMatchObject({ at: 7, requests: 13, failed: 2, cpu: 1.5 });
  });

  async function watch(...texts: string[]) {
    let now = 1_000;
    const answers = texts.map((text) => [{ service: 'order', text }]);
    const system = { metrics: () => Promise.resolve(answers.shift()!) } as unknown as WatchedSystem;
    const clock = { now: () => now };
    const signals = new WatchSignals(system, new WatchServiceLevels(), clock);
    for (; answers.length > 0; now += 5_000) await signals.sample();
    return signals.list()[0]!;
  }

  it('are rates between two readings', async () => {
    const order = await watch(metricsAt(10, 0, 1), metricsAt(60, 50, 2));
    expect(order).toMatchObject({ requestsPerSecond: 20, errorRate: 0.5, cores: 0.2 });
    expect(order.p99Ms).toBeCloseTo(9.9);
    expect(order.history).toHaveLength(1);
  });

  it('begin anew when the process does', async () => {
    const order = await watch(metricsAt(10, 0, 9), metricsAt(1, 0, 1));
    expect(order).toMatchObject({ requestsPerSecond: 0, p50Ms: null, history: [] });
  });
});
