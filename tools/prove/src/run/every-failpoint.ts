import type { Catalogue } from '../schedule/draw-fault.ts';
import { everyKindOfShopper, quickShoppers } from '../schedule/generate.ts';
import type { Outcome } from './outcome.ts';
import { runSchedule, type Proof } from './run-schedule.ts';

export interface Kill {
  process: string;
  failpoint: string;
  /** Whether the process came by and was killed there. Some places are passed at the start only. */
  hit: boolean;
  outcome: Outcome;
}

/**
 * kill -9 at every failpoint of every process, one run for each. Quick shoppers come first. What they do not pass, patient
 * ones may, or the process itself while it starts.
 */
export async function* killAtEvery(failpoints: Catalogue['failpoints'], proof: Proof): AsyncGenerator<Kill> {
  for (const { process, name: failpoint, byShoppers } of failpoints) {
    const quick = byShoppers && (await killAt({ process, failpoint }, proof, quickShoppers()));
    if (quick && (quick.hit || quick.outcome.violations.length > 0)) yield quick;
    else yield await killAt({ process, failpoint, fromStart: true }, proof, everyKindOfShopper());
  }
}

interface Place {
  process: string;
  failpoint: string;
  fromStart?: true;
}

async function killAt(place: Place, proof: Proof, shoppers: Outcome['schedule']['shoppers']): Promise<Kill> {
  const { process, failpoint, fromStart } = place;
  const restarts = (): number =>
    proof.ground.system.services.find(({ name }) => name === process)?.restarts ?? 0;
  // Being started anew is no hit.
  const before = restarts() + (fromStart ? 1 : 0);
  const fault = { kind: 'kill-at', ...place, at: 1, after: 0 } as const;
  const outcome = await runSchedule({ seed: 0, shoppers, faults: [fault] }, proof);
  return { process, failpoint, hit: restarts() > before, outcome };
}
