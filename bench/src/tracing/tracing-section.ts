import { median } from '../parts/percentile.ts';
import type { Section } from '../report.ts';
import type { TracingFigure } from './measure-tracing.ts';

/** Microseconds of CPU that a request may cost more at 100 %. */
const BUDGET = 30;

export function tracingSection(figures: readonly TracingFigure[], seconds: number): Section {
  const modes = Map.groupBy(figures, ({ mode }) => mode);
  const rounds = Math.max(...[...modes.values()].map((it) => it.length));
  const middle = (mode: string, figure: (it: TracingFigure) => number): number =>
    median(modes.get(mode)!.map(figure));
  // What else the machine does only adds to it: the least of many short slices is the nearest to the truth.
  const cpu = (mode: string): number => Math.min(...modes.get(mode)!.map((it) => it.cpu));
  const cost = (mode: string): number => cpu(mode) - cpu(`${mode.split(' ')[0]} off`);
  const ours = cost('ours 100 %');
  return {
    title: 'Tracing: CPU of a request',
    note: `An HTTP request with one gRPC hop between two processes, slices of ${seconds} s at 16 in flight after a warm-up, ${rounds} slices of each, taken in turns: the least CPU of a slice, the median of the rest. Ours: the shop's own edges (policies, metrics and access log included, also when tracing is off), three spans for a request. Auto: plain Fastify and grpc-js under OpenTelemetry's auto-instrumentation for Node. Both sample by the trace's id and send OTLP over HTTP to the same sink. CPU of both processes together.`,
    head: ['tracing', 'CPU µs/request', 'because of tracing', 'requests/s', 'memory MiB', 'load'],
    rows: [...modes].map(([mode, own]) => [
      ...[mode, cpu(mode).toFixed(0), mode.endsWith('off') ? '–' : cost(mode).toFixed(0)],
      ...[middle(mode, (it) => it.perSecond).toFixed(0), middle(mode, (it) => it.memory).toFixed(0)],
      own.at(-1)!.load,
    ]),
    after: [
      `Budget ≤ ${BUDGET} µs per request at 100 %: ${ours.toFixed(0)}, ${ours <= BUDGET ? 'met' : 'missed'}`,
    ],
  };
}
