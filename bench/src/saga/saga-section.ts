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

interface Budget {
  what: string;
  least: number;
  /** How many times the sagas/s of this engine; without it the sagas/s themselves. */
  times?: string;
}

const BUDGETS: Budget[] = [
  { what: 'sagas/s at 64 in flight', least: 3_000 },
  { what: 'times Restate', least: 8, times: 'restate' },
  { what: 'times DBOS', least: 15, times: 'dbos' },
];

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
    after: [...BUDGETS.map((budget) => verdict(budget, measured)), ...absent, ...wrong],
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

function verdict({ what, least, times }: Budget, measured: readonly Measured[]): string {
  const values = measured
    .filter(({ engine, inFlight }) => engine === 'tradewind' && inFlight === 64)
    .map(({ perSecond, round }) => perSecond / (times ? speedOf(times, round, measured) : 1))
    .filter(Number.isFinite);
  if (values.length === 0) return `Budget ≥ ${least} ${what}: not measured`;
  const value = median(values);
  const shown = value.toFixed(value < 100 ? 1 : 0);
  return `Budget ≥ ${least.toLocaleString('en')} ${what}: ${shown}, ${value >= least ? 'met' : 'missed'}`;
}

/** Of the same round: what else the machine does changes from round to round. */
function speedOf(engine: string, round: number, measured: readonly Measured[]): number {
  const same = measured.find((it) => it.engine === engine && it.inFlight === 64 && it.round === round);
  return same?.perSecond ?? 0;
}
