import { writeFileSync } from 'node:fs';
import { makeTemporaryFolder } from '@tradewind/launcher';
import { refill } from './ground/stock-up.ts';
import type { Bus } from './options.ts';
import { describeInFlight, describeKill, describeRun, describeViolations } from './report/lines.ts';
import { killAtEvery, type Kill } from './run/every-failpoint.ts';
import { investigate } from './run/investigate.ts';
import { killInFlight, type KilledInFlight } from './run/kill-in-flight.ts';
import { openProof, type OpenProof } from './run/open-proof.ts';
import type { Outcome } from './run/outcome.ts';
import { runSchedule } from './run/run-schedule.ts';
import type { Catalogue } from './schedule/draw-fault.ts';
import { generate } from './schedule/generate.ts';
import type { Schedule } from './schedule/schedule.ts';

export interface ProofOptions {
  bus: Bus;
  port: number;
  runs: number;
  seed: number;
  /** Kill at so many failpoints, spread evenly; Infinity: at every one. */
  failpoints: number;
  /** So many orders on their way when everything is killed; 0: not tried. */
  inFlight?: number;
  /** Runs this instead of drawn schedules. */
  schedule?: Schedule;
  programs?: Readonly<Record<string, string>>;
  /** Looks for a shorter schedule when one fails, and goes on; otherwise the first failure is the end. */
  investigate: boolean;
  say: (line: string) => void;
}

export interface ProofResult {
  bus: Bus;
  seed: number;
  first: Outcome;
  kills: Kill[];
  runs: Outcome[];
  inFlight: KilledInFlight | undefined;
  /** Every failpoint that was seen. */
  names: Catalogue['failpoints'];
}

/** Starts a system of its own, runs everything that was asked for, and stops it. */
export async function prove(options: ProofOptions): Promise<ProofResult> {
  const folder = makeTemporaryFolder('prove');
  process.once('exit', folder.remove); // also when it is broken off
  const { bus, seed, port, programs } = options;
  const open = await openProof({ folder: folder.path, port, bus, programs });
  const { first, catalogue, proof } = open;
  const result: ProofResult = {
    bus,
    seed,
    first,
    kills: [],
    runs: [],
    inFlight: undefined,
    names: catalogue.failpoints,
  };
  try {
    options.say(describeRun('no fault', first));
    await report(first, open, options);
    await killEach(open, options, result.kills);
    await runEach(open, options, result.runs);
    if (options.inFlight) result.inFlight = await killInFlight(options.inFlight, proof);
    if (result.inFlight) options.say(describeInFlight(result.inFlight));
    return result;
  } finally {
    await proof.ground.close();
    folder.remove();
    process.off('exit', folder.remove);
  }
}

export const violationsOf = ({ first, kills, runs, inFlight }: ProofResult): number =>
  [first, ...kills.map(({ outcome }) => outcome), ...runs, inFlight ?? first].filter(
    ({ violations }) => violations.length > 0,
  ).length;

async function killEach(
  { catalogue, proof, ...open }: OpenProof,
  options: ProofOptions,
  kills: Kill[],
): Promise<void> {
  const all = catalogue.failpoints;
  const step = Math.max(1, all.length / options.failpoints);
  const chosen =
    options.failpoints === 0
      ? []
      : all.filter((_it, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  for await (const kill of killAtEvery(chosen, proof)) {
    kills.push(kill);
    options.say(describeKill(`${kills.length}/${chosen.length}`, kill));
    if (await report(kill.outcome, { catalogue, proof, ...open }, options)) return;
    await refill(proof.ground, proof.products);
  }
}

async function runEach(open: OpenProof, options: ProofOptions, runs: Outcome[]): Promise<void> {
  const { catalogue, proof } = open;
  for (let index = 0; index < options.runs; index++) {
    const schedule = options.schedule ?? generate(options.seed + index, catalogue);
    const outcome = await runSchedule(schedule, proof);
    runs.push(outcome);
    options.say(describeRun(`seed ${schedule.seed}`, outcome));
    if (await report(outcome, open, options)) return;
    await refill(proof.ground, proof.products);
  }
}

/** @returns whether this is the end */
async function report(outcome: Outcome, { proof }: OpenProof, options: ProofOptions): Promise<boolean> {
  if (outcome.violations.length === 0) return false;
  for (const line of describeViolations(outcome)) options.say(line);
  if (!options.investigate) return true;
  options.say('      looking for a shorter schedule that fails, too …');
  const shortest = await investigate(outcome.schedule, proof);
  const file = `proof-failure-${Date.now()}.json`;
  writeFileSync(file, `${JSON.stringify(shortest, null, 2)}\n`);
  options.say(
    `      ${shortest.shoppers.length} shopper(s), ${shortest.faults.length} fault(s): npm run prove -- --schedule ${file} --runs 5`,
  );
  return false;
}
