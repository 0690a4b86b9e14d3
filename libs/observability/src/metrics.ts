import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The process's own metrics, in Prometheus' text form. Each is declared where it is used and registered once by name. */
export interface Metrics {
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  gauge(name: string, help: string, labels?: readonly string[]): Gauge;
  /** Seconds, with buckets from 0.5 ms to 10 s. */
  histogram(name: string, help: string, labels?: readonly string[]): Histogram;
  text(): Promise<string>;
  readonly contentType: string;
}

const registry = new Registry();
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function once<M>(name: string, make: () => M): M {
  return (registry.getSingleMetric(name) as M | undefined) ?? make();
}

/** One registry for the process: metrics are ambient by nature, as the trace context is. */
export const metrics: Metrics = {
  counter: (name, help, labels = []) =>
    once(name, () => new Counter({ name, help, labelNames: [...labels], registers: [registry] })),
  gauge: (name, help, labels = []) =>
    once(name, () => new Gauge({ name, help, labelNames: [...labels], registers: [registry] })),
  histogram: (name, help, labels = []) =>
    once(
      name,
      () => new Histogram({ name, help, labelNames: [...labels], buckets: SECONDS, registers: [registry] }),
    ),
  text: () => {
    processMetrics();
    return registry.metrics();
  },
  contentType: registry.contentType,
};

function processMetrics(): void {
  const cpu = process.cpuUsage();
  metrics.gauge('process_cpu_seconds_total', 'CPU time of the process.').set((cpu.user + cpu.system) / 1e6);
  metrics
    .gauge('process_resident_memory_bytes', 'Resident memory of the process.')
    .set(process.memoryUsage.rss());
  metrics.gauge('process_uptime_seconds', 'Time since the process began.').set(process.uptime());
}
