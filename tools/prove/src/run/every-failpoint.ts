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

/** kill -9 at every failpoint of every process, one run for each. */
export async function* killAtEvery(failpoints: Catalogue['failpoints'], proof: Proof): AsyncGenerator<Kill> {
  for (const { process, name: failpoint } of failpoints) {
    const quick = await killAt(process, failpoint, proof, quickShoppers());
    // What quick shoppers do not pass, patient ones may.
    const bad = quick.outcome.violations.length > 0;
    yield quick.hit || bad ? quick : await killAt(process, failpoint, proof, everyKindOfShopper());
  }
}

async function killAt(
  process: string,
  failpoint: string,
  proof: Proof,
  shoppers: Outcome['schedule']['shoppers'],
): Promise<Kill> {
  const restarts = (): number =>
    proof.ground.system.services.find(({ name }) => name === process)?.restarts ?? 0;
  const before = restarts();
  const fault = { kind: 'kill-at', process, failpoint, at: 1, after: 0 } as const;
  const outcome = await runSchedule({ seed: 0, shoppers, faults: [fault] }, proof);
  return { process, failpoint, hit: restarts() > before, outcome };
}
