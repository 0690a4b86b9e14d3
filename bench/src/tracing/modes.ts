/**
 * `ours`: the shop's own edges. `auto`: plain Fastify and grpc-js under OpenTelemetry's auto-instrumentation. `share`: of the
 * traces that are recorded; null: no tracing at all.
 */
export interface Mode {
  name: string;
  kind: 'ours' | 'auto';
  share: number | null;
}

export const MODES: readonly Mode[] = [
  { name: 'ours off', kind: 'ours', share: null },
  { name: 'ours 1 %', kind: 'ours', share: 0.01 },
  { name: 'ours 100 %', kind: 'ours', share: 1 },
  { name: 'auto off', kind: 'auto', share: null },
  { name: 'auto 1 %', kind: 'auto', share: 0.01 },
  { name: 'auto 100 %', kind: 'auto', share: 1 },
];

/** What a process of the pair is told. */
export interface Pair {
  mode: Mode;
  /** Where spans go. */
  sink: string;
  /** Of the back process, for the front. */
  address?: string;
}

export const pairOf = (): Pair => JSON.parse(process.argv[2]!) as Pair;
