import type { Caught } from '../mutations/catch-mutant.ts';
import type { ProofResult } from '../prove.ts';
import type { KilledInFlight } from '../run/kill-in-flight.ts';
import type { Outcome } from '../run/outcome.ts';
import type { FaultKind } from '../schedule/schedule.ts';
import { MEANING } from './meaning.ts';
import { mergeSections, sectionsOf, type Section } from './sections.ts';
import { table } from './table.ts';

interface Facts {
  /** RFC 3339, the date of it is told. */
  at: string;
  machine: string;
  results: readonly ProofResult[];
  caught: readonly Caught[];
}

const NAMES = { postgres: "PostgreSQL's log", kafka: 'Apache Kafka' } as const;

const sum = (values: readonly number[]): number => values.reduce((all, it) => all + it, 0);
const broken = (outcomes: readonly Outcome[]): number =>
  outcomes.filter(({ violations }) => violations.length > 0).length;
const percentile = (values: readonly number[], share: number): string => {
  const sorted = [...values].sort((left, right) => left - right);
  return ((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) / 1000).toFixed(1);
};

/** docs/proof.md: what was run, how often, and how it came out. What was not run now is kept from the text before. */
export function report(facts: Facts, before: string): string {
  const fresh = [...facts.results.flatMap(ofBus), ...ofMutations(facts.caught)];
  const when = `Run on ${facts.at.slice(0, 10)}: ${facts.machine}.`;
  const dated = fresh.map(({ heading, text }) => ({ heading, text: `${when}\n\n${text}` }));
  const sections = mergeSections(sectionsOf(before), dated);
  return `# Proof

Written by \`npm run prove -- --write\`. What the words mean stands in [tools/prove](../tools/prove/README.md).

${sections.map(({ heading, text }) => `## ${heading}\n\n${text}\n`).join('\n')}`;
}

function ofBus(result: ProofResult): Section[] {
  const { bus, kills, runs, inFlight } = result;
  const drawn = { heading: `Drawn schedules on ${NAMES[bus]}`, text: ofRuns(result) };
  const killed = { heading: `Killed at every failpoint, on ${NAMES[bus]}`, text: ofKills(result) };
  return [...(runs.length > 0 || inFlight ? [drawn] : []), ...(kills.length > 0 ? [killed] : [])];
}

function ofRuns({ seed, first, runs, inFlight }: ProofResult): string {
  const drawn = [first, ...runs];
  const rows = [
    ['schedules', `${runs.length} (seeds ${seed} to ${seed + runs.length - 1})`, broken(drawn)],
    ...(inFlight ? [inFlightRow(inFlight)] : []),
    ...commonRows(drawn),
  ];
  return `${table(['what', 'how often', 'with a violation'], rows)}\n\n${faultTable(runs)}`;
}

function ofKills({ kills, names }: ProofResult): string {
  const outcomes = kills.map(({ outcome }) => outcome);
  const rows = [
    ['failpoints', `${kills.filter(({ hit }) => hit).length} of ${names.length}`, broken(outcomes)],
    ...commonRows(outcomes),
  ];
  return `${table(['what', 'how often', 'with a violation'], rows)}\n\n${notPassed(kills)}`.trim();
}

function commonRows(outcomes: readonly Outcome[]): (string | number)[][] {
  const settled = outcomes.map((it) => it.settled);
  return [
    ['order requests answered', sum(outcomes.map(({ answers }) => answers)), ''],
    ['orders that ended', describeEnds(outcomes), ''],
    [
      'from the last answer to rest, p50 / p99',
      `${percentile(settled, 0.5)} / ${percentile(settled, 0.99)} s`,
      '',
    ],
  ];
}

function inFlightRow({ inFlight, restarted, terminal, violations }: KilledInFlight): (string | number)[] {
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
  const times = `ready again after ${seconds(restarted)} s, all at their end ${seconds(terminal)} s later`;
  return [`\`kill -9\` of everything, ${inFlight} orders on their way`, times, violations.length > 0 ? 1 : 0];
}

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
  return `Armed and not passed, neither by the process's start nor by shoppers of every kind: ${missed.join(', ')}.\n`;
}

function ofMutations(caught: readonly Caught[]): Section[] {
  if (caught.length === 0) return [];
  const rows = caught.map(({ mutation, violations }) => [
    mutation.name,
    mutation.what,
    violations.length === 0 ? '**not caught**' : `${violations[0]!.rule}: ${violations[0]!.text}`,
  ]);
  return [{ heading: 'Broken on purpose', text: table(['what', 'how', 'caught by'], rows) }];
}
