import { makeTemporaryFolder } from '@tradewind/launcher';
import type { Violation } from '../checkers/snapshot.ts';
import type { Bus } from '../options.ts';
import { openProof } from '../run/open-proof.ts';
import { runSchedule, type Proof } from '../run/run-schedule.ts';
import { buildMutant } from './build-mutant.ts';
import type { Mutation } from './mutation.ts';

export interface Caught {
  mutation: Mutation;
  /** Of the rules that it must break. */
  violations: Violation[];
}

/** A broken system does not agree later either: it is not waited for long. */
const SETTLING = 8_000;
/** Chance has a part in some of them: whether a process is killed in the middle of something. */
const CHANCES = 4;

/** Runs a system with the mutation in it until the proof sees it; without violations it was not caught. */
export async function catchMutant(mutation: Mutation, bus: Bus, port: number): Promise<Caught> {
  const { path: folder, remove } = makeTemporaryFolder('mutant');
  try {
    const programs = await buildMutant(mutation, folder);
    const { proof } = await openProof({ folder, port, bus, programs, settling: SETTLING, warmUp: false });
    return await tryToCatch(mutation, proof).finally(() => proof.ground.close());
  } finally {
    remove();
  }
}

async function tryToCatch(mutation: Mutation, proof: Proof): Promise<Caught> {
  for (let chance = 0; chance < CHANCES; chance++) {
    const outcome = await runSchedule(mutation.schedule, proof);
    const violations = outcome.violations.filter(({ rule }) => mutation.rules.includes(rule));
    if (violations.length > 0) return { mutation, violations };
  }
  return { mutation, violations: [] };
}
