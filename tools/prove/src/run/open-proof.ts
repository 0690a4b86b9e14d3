import { readCatalogue, readPassages } from '../ground/catalogue.ts';
import { readListeners } from '../ground/listeners.ts';
import { ProvingGround, type GroundOptions } from '../ground/proving-ground.ts';
import { stockUp } from '../ground/stock-up.ts';
import type { Catalogue } from '../schedule/draw-fault.ts';
import { everyKindOfShopper } from '../schedule/generate.ts';
import type { Outcome } from './outcome.ts';
import { runSchedule, type Proof } from './run-schedule.ts';

/** The longest lease and the longest back-off fit in. */
const SETTLING = 60_000;

interface ProofSettings extends GroundOptions {
  settling?: number;
  /** Whether shoppers of every kind come first, so that the catalogue of failpoints is complete. True unless given. */
  warmUp?: boolean;
}

export interface OpenProof {
  proof: Proof;
  catalogue: Catalogue;
  /** The run without any fault that came first. */
  first: Outcome;
}

/** Starts a system, lets shoppers of every kind shop without any fault, and asks what failpoints they have passed. */
export async function openProof(options: ProofSettings): Promise<OpenProof> {
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
      settling: options.settling ?? SETTLING,
    };
    const before = await readPassages(ground);
    const shoppers = options.warmUp === false ? [] : everyKindOfShopper();
    const first = await runSchedule({ seed: 0, shoppers, faults: [] }, proof);
    return { proof, first, catalogue: await readCatalogue(ground, before) };
  } catch (error) {
    await ground.close();
    throw error;
  }
}
