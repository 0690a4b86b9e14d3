import { median } from '../parts/percentile.ts';
import type { Section } from '../report.ts';

/** One load of one round. CPU in milliseconds per saga, latencies in milliseconds. */
export interface Measured {
  engine: string;
  inFlight: number;
  round: number;
  perSecond: number;
  p50: number;
  p99: number;
  commits: number;
  /** The engine's processes. */
  cpu: number;
  postgres: number;
  /** Of the machine, at the end. */
  load: number;
  wrong: string[];
}

type Figure = Exclude<keyof Measured, 'engine' | 'wrong'>;

const BUDGETS = [
  { what: 'sagas/s at 64 in flight', least: 3_000, of: (at: At) => at('tradewind') },
  { what: 'times Restate', least: 8, of: (at: At) => at('tradewind') / at('restate') },
  { what: 'times DBOS', least: 15, of: (at: At) => at('tradewind') / at('dbos') },
];
type At = (engine: string) => number;

export function sagaSection(
  measured: readonly Measured[],
  absent: readonly string[],
  seconds: number,
): Section {
  const groups = Map.groupBy(measured, ({ engine, inFlight }) => `${inFlight} ${engine}`);
  const rounds = new Set(measured.map(({ round }) => round)).size;
  const rows = [...groups.values()].sort((a, b) => a[0]!.inFlight - b[0]!.inFlight).map(toRow);
  const wrong = [
    ...new Set(measured.flatMap((it) => it.wrong.map((text) => `${it.engine}: INVALID, ${text}`))),
  ];
  return {
    title: 'Sagas beside other engines',
    note: `The same three steps in libs/saga, DBOS Transact and Restate; each step writes a row into the same PostgreSQL (fsync on), once. So many in flight, the next begins when one is done; ${seconds} s each after a warm-up, median of ${rounds} round(s), the order of the engines rotating. Each engine has its own process(es); the load comes from another one. CPU of engines counts Restate's server. At the end every saga's three rows were looked for.`,
    head: [
      'in flight',
      'engine',
      'sagas/s',
      'p50 ms',
      'p99 ms',
      'commits/saga',
      'CPU ms/saga engine',
      'CPU ms/saga PostgreSQL',
      'load',
    ],
    rows,
    after: [...BUDGETS.map((budget) => verdict(budget, groups)), ...absent, ...wrong],
  };
}

function toRow(group: Measured[]): (string | number)[] {
  const figure = (key: Figure, digits: number): string => middle(group, key).toFixed(digits);
  const [{ engine, inFlight }] = group as [Measured];
  const invalid = group.some(({ wrong }) => wrong.length > 0);
  return [
    inFlight,
    invalid ? `${engine} (INVALID)` : engine,
    figure('perSecond', 0),
    figure('p50', 1),
    figure('p99', 1),
    figure('commits', 2),
    figure('cpu', 2),
    figure('postgres', 2),
    figure('load', 1),
  ];
}

const middle = (group: readonly Measured[], key: Figure): number => median(group.map((it) => it[key]));

function verdict({ what, least, of }: (typeof BUDGETS)[number], groups: Map<string, Measured[]>): string {
  const at: At = (engine) => middle(groups.get(`64 ${engine}`) ?? [], 'perSecond');
  const value = of(at);
  if (!Number.isFinite(value) || value === 0) return `Budget ≥ ${least} ${what}: not measured`;
  const shown = value.toFixed(value < 100 ? 1 : 0);
  return `Budget ≥ ${least.toLocaleString('en')} ${what}: ${shown}, ${value >= least ? 'met' : 'missed'}`;
}
