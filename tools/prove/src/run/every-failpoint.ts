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
 * ones may, or the process itself while it starts; and a second replica when the first one dies with work undone.
 */
export async function* killAtEvery(failpoints: Catalogue['failpoints'], proof: Proof): AsyncGenerator<Kill> {
  for (const { process, name: failpoint, byShoppers } of failpoints) {
    const here = { process, failpoint };
    const tries = [
      ...(byShoppers ? [() => killAt([armed(here)], proof, quickShoppers())] : []),
      () => killAt([armed({ ...here, fromStart: true })], proof, everyKindOfShopper()),
      ...(process === REPLICA.name
        ? [() => killAt([armed(here), REPLICA.alone], proof, quickShoppers())]
        : []),
    ];
    yield await untilHit(tries);
  }
}

const armed = (place: { process: string; failpoint: string; fromStart?: true }) =>
  ({ kind: 'kill-at', ...place, at: 1, after: 0 }) as const;

type KillAt = ReturnType<typeof armed>;

/** The second order process has little to publish unless the first one dies and leaves something. */
const REPLICA = {
  name: 'order-2',
  alone: armed({ process: 'order', failpoint: 'publish:tradewind.order.v1.order-placed:before' }),
};

async function untilHit(tries: (() => Promise<Kill>)[]): Promise<Kill> {
  for (const [index, attempt] of tries.entries()) {
    const kill = await attempt();
    if (kill.hit || kill.outcome.violations.length > 0 || index === tries.length - 1) return kill;
  }
  throw new Error('there is always a last try');
}

async function killAt(
  faults: [KillAt, ...KillAt[]],
  proof: Proof,
  shoppers: Outcome['schedule']['shoppers'],
): Promise<Kill> {
  const [{ process, failpoint, fromStart }] = faults;
  const restarts = (): number =>
    proof.ground.system.services.find(({ name }) => name === process)?.restarts ?? 0;
  // Being started anew is no hit.
  const before = restarts() + (fromStart ? 1 : 0);
  const outcome = await runSchedule({ seed: 0, shoppers, faults }, proof);
  return { process, failpoint, hit: restarts() > before, outcome };
}
