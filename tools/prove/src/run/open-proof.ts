import { readCatalogue } from '../ground/catalogue.ts';
import { readListeners } from '../ground/listeners.ts';
import { ProvingGround, type GroundOptions } from '../ground/proving-ground.ts';
import { stockUp } from '../ground/stock-up.ts';
import type { Catalogue } from '../schedule/draw-fault.ts';
import { everyKindOfShopper } from '../schedule/generate.ts';
import type { Outcome } from './outcome.ts';
import { runSchedule, type Proof } from './run-schedule.ts';

export interface OpenProof {
  proof: Proof;
  catalogue: Catalogue;
  /** The run without any fault that came first. */
  first: Outcome;
}

/** Starts a system, lets shoppers of every kind shop without any fault, and asks what failpoints they have passed. */
export async function openProof(options: GroundOptions): Promise<OpenProof> {
  const ground = await ProvingGround.open(options);
  try {
    const products = await stockUp(ground);
    const proof: Proof = {
      ground,
      products,
      listeners: readListeners(),
      history: { answers: [], cancellations: [] },
      poison: new Set(),
      known: new Set(),
    };
    const first = await runSchedule({ seed: 0, shoppers: everyKindOfShopper(), faults: [] }, proof);
    return { proof, first, catalogue: await readCatalogue(ground) };
  } catch (error) {
    await ground.close();
    throw error;
  }
}
