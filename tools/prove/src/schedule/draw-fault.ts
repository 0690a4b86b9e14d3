import { between, pick, weighted, type Random } from './chance.ts';
import type { Fault, FaultKind } from './schedule.ts';

/** What there is to break. */
export interface Catalogue {
  /** How many products shoppers choose from. */
  products: number;
  /** Every failpoint that was seen, by process, and whether it was passed while shoppers were there. */
  failpoints: readonly { process: string; name: string; byShoppers: boolean }[];
  /** Processes that may be killed, stopped or given a wrong clock. */
  processes: readonly string[];
  databases: readonly string[];
  eventTypes: readonly string[];
}

/** How often each kind is drawn, of all. */
const SHARES: Record<FaultKind, number> = {
  'kill-at': 30,
  'fail-at': 22,
  kill: 8,
  'stand-still': 8,
  'disturb-events': 8,
  'cut-connections': 5,
  'restart-database': 3,
  'restart-log': 3,
  'kill-everything': 3,
  serializable: 3,
  deadlock: 3,
  'webhooks-again': 4,
  clock: 4,
  poison: 3,
};
/** Longer than every lease; rare, because a run then takes as long. */
const LONG_SLEEP = 30_000;
const HOUR = 3_600_000;

export function drawFault(random: Random, catalogue: Catalogue): Fault {
  const kind = weighted(random, Object.entries(SHARES) as [FaultKind, number][]);
  return draw[kind](random, catalogue);
}

const soon = (random: Random): number => between(random, 0, 1_499);

const draw: Record<FaultKind, (random: Random, catalogue: Catalogue) => Fault> = {
  'kill-at': (random, { failpoints }) => {
    const { process, name } = pick(random, failpoints);
    return { kind: 'kill-at', process, failpoint: name, at: between(random, 1, 4), after: 0 };
  },
  'fail-at': (random, { failpoints }) => {
    const { process, name } = pick(random, failpoints);
    const times = random() < 0.7 ? 1 : between(random, 1, 4);
    return { kind: 'fail-at', process, failpoint: name, at: between(random, 1, 4), times, after: 0 };
  },
  kill: (random, { processes }) => ({
    kind: 'kill',
    process: pick(random, processes),
    after: soon(random),
  }),
  'stand-still': (random, { processes }) => ({
    kind: 'stand-still',
    process: random() < 0.5 ? 'order' : pick(random, processes),
    after: soon(random),
    lasts: random() < 0.06 ? LONG_SLEEP : between(random, 500, 6_500),
  }),
  'disturb-events': (random) => ({
    kind: 'disturb-events',
    copies: 3,
    seed: between(random, 1, 1_000),
    after: 0,
  }),
  'restart-database': (random) => ({
    kind: 'restart-database',
    times: between(random, 1, 2),
    after: soon(random),
  }),
  'cut-connections': (random, { databases }) => ({
    kind: 'cut-connections',
    database: pick(random, databases),
    times: between(random, 1, 8),
    after: soon(random),
  }),
  'restart-log': (random) => ({ kind: 'restart-log', after: soon(random) }),
  'kill-everything': (random) => ({ kind: 'kill-everything', after: soon(random) }),
  serializable: (random, { databases }) => ({
    kind: 'serializable',
    database: pick(random, databases),
    after: 0,
  }),
  deadlock: (random) => ({ kind: 'deadlock', after: soon(random) }),
  'webhooks-again': (random) => ({
    kind: 'webhooks-again',
    seed: between(random, 1, 1_000),
    after: 800 + soon(random),
  }),
  clock: (random, { processes }) => ({
    kind: 'clock',
    process: pick(random, processes),
    offset: random() < 0.5 ? HOUR : -HOUR,
    after: 0,
  }),
  poison: (random, { eventTypes }) => ({
    kind: 'poison',
    type: pick(random, eventTypes),
    after: soon(random),
  }),
};
