import { parseArgs } from 'node:util';
import type { Bus } from '@tradewind/launcher';

export interface TestOptions {
  specs: boolean;
  journeys: boolean;
  /** The proof in its short form. */
  proof: boolean;
  /** The journeys against docker compose. */
  compose: boolean;
  /** The mesh suite, and the journeys through the door of the mesh. */
  mesh: boolean;
  /** Of a user's own cluster; without it the node that `npm run cluster` makes. */
  context: string | undefined;
  /** Event logs that the running system is tried on, one after the other. */
  buses: Bus[];
  /** CI: a skipped test fails the run. */
  nothingSkipped: boolean;
  filters: string[];
  help: boolean;
}

export const HELP = `npm test [-- OPTIONS] [PATH…]

  Runs all tests: specs (unit, and integration on a real PostgreSQL and Kafka), then the running system through HTTP and a
  browser, the journeys once more with Kafka as event log, the proof in its short form (npm run prove is the long one), and,
  where there is a Docker engine, the journeys against docker compose.

  --specs           only the specs
  --journeys        only the running system
  --proof           only the proof
  --compose         only the journeys against docker compose: builds the images, and removes everything but them afterwards
  --mesh            only the mesh suite, on a cluster that runs the overlay mesh: npm run cluster -- up makes one
  --context NAME    for --mesh: the cluster of this context of kubectl
  --bus NAME        the running system on this event log only: postgres or kafka
  --nothing-skipped a skipped test fails the run
  PATH…             only test files whose path contains one of these; the system then runs on PostgreSQL alone unless
                    --bus says otherwise`;

const BUSES = ['postgres', 'kafka'] as const;

/** @throws when an option is not known, or a bus is none */
export function readOptions(args: readonly string[]): TestOptions {
  const { values, positionals: filters } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      specs: { type: 'boolean', default: false },
      journeys: { type: 'boolean', default: false },
      proof: { type: 'boolean', default: false },
      compose: { type: 'boolean', default: false },
      mesh: { type: 'boolean', default: false },
      context: { type: 'string' },
      bus: { type: 'string' },
      'nothing-skipped': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { specs, journeys, proof, compose, mesh, context, bus, help } = values;
  const all = !specs && !journeys && !proof && !compose && !mesh;
  if (bus !== undefined && !isBus(bus)) throw new Error(`no such event log: ${bus} (${BUSES.join(' or ')})`);
  return {
    specs: specs || all,
    journeys: journeys || all,
    proof: proof || all,
    // Images are built for all tests and not for the few that are named.
    compose: compose || (all && filters.length === 0),
    // Takes a quarter of an hour, and a cluster.
    mesh,
    context,
    buses: bus ? [bus] : filters.length > 0 ? ['postgres'] : [...BUSES],
    nothingSkipped: values['nothing-skipped'],
    filters,
    help,
  };
}

const isBus = (text: string): text is Bus => (BUSES as readonly string[]).includes(text);
