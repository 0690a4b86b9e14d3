import type { ProvingGround } from '../ground/proving-ground.ts';
import type { FaultKind, FaultOf } from '../schedule/schedule.ts';

export interface FaultContext {
  ground: ProvingGround;
  /** Ids of the products that shoppers choose from. */
  products: readonly string[];
  /** Ids of events that were put into the log past every outbox. */
  poison: Set<string>;
}

/** Makes one kind of fault happen; resolves when it is over, or as soon as it lasts by itself until everything is healed. */
export type FaultHandler<Kind extends FaultKind> = (
  fault: FaultOf<Kind>,
  context: FaultContext,
) => Promise<void>;
