import { expect, it } from 'vitest';
import { metrics } from './metrics.ts';

it('registers a metric once by its name, wherever it is declared', async () => {
  metrics.counter('things_total', 'Things.', ['kind']).inc({ kind: 'a' });
  metrics.counter('things_total', 'Things.', ['kind']).inc({ kind: 'a' });
  expect(await metrics.text()).toContain('things_total{kind="a"} 2');
});

it('always tells what the process uses', async () => {
  const text = await metrics.text();
  for (const name of [
    'process_cpu_seconds_total',
    'process_resident_memory_bytes',
    'process_uptime_seconds',
  ]) {
    expect(text).toMatch(new RegExp(`^${name} [\\d.e+]+$`, 'm'));
  }
});
