import type { Section } from '../report.ts';
import type { ResilienceCosts } from './measure-resilience.ts';

const BUDGET = 1_000;

/** The figures for the report, and whether the budget of the pipeline was met. */
export function resilienceSection({ costs, absent, calls, rounds, load }: ResilienceCosts): Section {
  const pipeline = costs.find(({ part, library }) => part === 'pipeline' && library === 'libs/resilience')!;
  const peer = costs.find(({ part, library }) => part === 'pipeline' && library === 'cockatiel');
  const met = pipeline.median <= BUDGET ? 'met' : 'missed';
  return {
    title: 'Resilience policies beside other libraries',
    note:
      `Nanoseconds of CPU for a call to an async function that answers at once, the function included: ${calls.toLocaleString('en')} calls one after ` +
      `the other in each of ${rounds} rounds, in which all take turns; median and least of the rounds. The pipeline is deadline, retry, ` +
      `circuit breaker, bulkhead and timeout of an attempt, with its counts; opossum has no retry. Load of the machine: ${load.toFixed(1)}.`,
    head: ['part', 'library', 'CPU ns/call', 'least'],
    rows: costs.map((it) => [it.part, it.library, Math.round(it.median), Math.round(it.least)]),
    after: [
      `Budget pipeline ≤ 1,000 ns: ${Math.round(pipeline.median)}, ${met}`,
      ...(peer
        ? [`A pipeline of cockatiel costs ${(peer.median / pipeline.median).toFixed(1)} times as much`]
        : []),
      ...(absent.length > 0 ? [`Not installed here: ${absent.join(', ')}`] : []),
    ],
  };
}
