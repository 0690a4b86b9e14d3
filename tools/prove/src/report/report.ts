import type { Caught } from '../mutations/catch-mutant.ts';
import type { ProofResult } from '../prove.ts';
import type { KilledInFlight } from '../run/kill-in-flight.ts';
import type { Outcome } from '../run/outcome.ts';
import type { FaultKind } from '../schedule/schedule.ts';
import { MEANING } from './meaning.ts';
import { table } from './table.ts';

interface Facts {
  /** RFC 3339, the date of it is told. */
  at: string;
  machine: string;
  results: readonly ProofResult[];
  caught: readonly Caught[];
}

const sum = (values: readonly number[]): number => values.reduce((all, it) => all + it, 0);
const broken = (outcomes: readonly Outcome[]): number =>
  outcomes.filter(({ violations }) => violations.length > 0).length;
const percentile = (values: readonly number[], share: number): string => {
  const sorted = [...values].sort((left, right) => left - right);
  return ((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) / 1000).toFixed(1);
};

/** What was run, how often, and how it came out: docs/proof.md. */
export function report({ at, machine, results, caught }: Facts): string {
  return `# Proof

Written by \`npm run prove -- --write\`. Run on ${at.slice(0, 10)}: ${machine}. What the words mean stands in
[tools/prove](../tools/prove/README.md).

${results.map(ofBus).join('\n')}
${ofMutations(caught)}`;
}

function ofBus({ bus, seed, first, kills, runs, names, inFlight }: ProofResult): string {
  const drawn = [first, ...runs];
  const all = [...drawn, ...kills.map(({ outcome }) => outcome)];
  const hit = kills.filter((kill) => kill.hit);
  const seeds = runs.length > 0 ? `seeds ${seed} to ${seed + runs.length - 1}` : 'none drawn';
  const rows = [
    ['schedules', `${runs.length} (${seeds})`, broken(drawn)],
    [
      'kill -9 at failpoints',
      `${hit.length} of ${names.length}`,
      broken(kills.map(({ outcome }) => outcome)),
    ],
    ...(inFlight ? [inFlightRow(inFlight)] : []),
    ['order requests answered', sum(all.map(({ answers }) => answers)), ''],
    ['orders that ended', describeEnds(all), ''],
    [
      'from the last answer to rest, p50 / p99',
      `${percentile(settledOf(all), 0.5)} / ${percentile(settledOf(all), 0.99)} s`,
      '',
    ],
  ];
  const title = bus === 'kafka' ? 'Apache Kafka' : "PostgreSQL's log";
  return `## On ${title}

${table(['what', 'how often', 'with a violation'], rows)}

${faultTable(runs)}
${notPassed(kills)}`;
}

function inFlightRow({ inFlight, restarted, terminal, violations }: KilledInFlight): (string | number)[] {
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
  const times = `ready again after ${seconds(restarted)} s, all at their end ${seconds(terminal)} s later`;
  return [`\`kill -9\` of everything, ${inFlight} orders on their way`, times, violations.length > 0 ? 1 : 0];
}

const settledOf = (outcomes: readonly Outcome[]): number[] => outcomes.map(({ settled }) => settled);

function describeEnds(outcomes: readonly Outcome[]): string {
  const total = new Map<string, number>();
  for (const [status, count] of outcomes.flatMap(({ ended }) => Object.entries(ended)))
    total.set(status, (total.get(status) ?? 0) + count);
  return [...total].map(([status, count]) => `${count} ${status}`).join(', ');
}

function faultTable(runs: readonly Outcome[]): string {
  const rows = Object.entries(MEANING).map(([kind, meaning]) => {
    const of = runs.filter(({ schedule }) =>
      schedule.faults.some((fault) => fault.kind === (kind as FaultKind)),
    );
    const times = sum(
      of.map(({ schedule }) => schedule.faults.filter((fault) => fault.kind === kind).length),
    );
    return [meaning, times, broken(of)];
  });
  const pairs = runs.filter(({ schedule }) => schedule.faults.length > 1).length;
  const note = `Of the schedules ${pairs} have two or three faults at once.`;
  return runs.length === 0 ? '' : `${table(['fault', 'times', 'with a violation'], rows)}\n\n${note}\n`;
}

function notPassed(kills: ProofResult['kills']): string {
  const missed = kills
    .filter(({ hit }) => !hit)
    .map(({ process, failpoint }) => `${process} \`${failpoint}\``);
  if (missed.length === 0) return '';
  return `Passed while a process starts, or by few orders only, and not again when it was armed: ${missed.join(', ')}.\n`;
}

function ofMutations(caught: readonly Caught[]): string {
  if (caught.length === 0) return '';
  const rows = caught.map(({ mutation, violations }) => [
    mutation.name,
    mutation.what,
    violations.length === 0 ? '**not caught**' : `${violations[0]!.rule}: ${violations[0]!.text}`,
  ]);
  return `## Broken on purpose

${table(['what', 'how', 'caught by'], rows)}
`;
}
