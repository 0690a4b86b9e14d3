import { parseArgs } from 'node:util';

export type Bus = 'postgres' | 'kafka';

export interface ProveOptions {
  runs: number;
  /** The seed of the first run; each further one has the next. */
  seed: number;
  buses: Bus[];
  /** Kills at every failpoint, one after the other, too. */
  everyFailpoint: boolean;
  /** So many orders on their way when everything is killed; 0: not tried. */
  inFlight: number;
  /** Shows that broken systems are caught. */
  mutations: boolean;
  /** A file with a schedule, instead of drawn ones. */
  schedule: string | undefined;
  write: boolean;
  port: number;
  help: boolean;
}

export const HELP = `npm run prove -- [OPTIONS]

  Runs the shop with shoppers and faults that are drawn from a seed, and checks that money, stock, orders, events and mail agree.

  --runs N             how many schedules (20)
  --seed N             seed of the first, each further one has the next (1)
  --bus NAME           postgres, kafka, or both (postgres)
  --every-failpoint    kill -9 at every failpoint of every process first, one after the other
  --in-flight N        kill everything while N orders are on their way, too (0)
  --mutations          break the outbox, the inbox, the lease, the compensation and the idempotency on purpose: each must be caught
  --schedule FILE      run this schedule (JSON), as often as --runs says
  --write              write docs/proof.md
  --help               this text

  PORT=19500           the shop's port; everything else listens on the ports after it`;

/** @throws TypeError that names what is wrong */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): ProveOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      bus: { type: 'string', default: 'postgres' },
      'every-failpoint': { type: 'boolean', default: false },
      'in-flight': { type: 'string', default: '0' },
      mutations: { type: 'boolean', default: false },
      schedule: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    runs: wholeNumber('--runs', values.runs),
    seed: wholeNumber('--seed', values.seed),
    buses: busesOf(values.bus),
    everyFailpoint: values['every-failpoint'],
    inFlight: wholeNumber('--in-flight', values['in-flight']),
    mutations: values.mutations,
    schedule: values.schedule,
    write: values.write,
    port: wholeNumber('PORT', environment['PORT'] || '19500'),
    help: values.help,
  };
}

function busesOf(name: string): Bus[] {
  if (name === 'both') return ['postgres', 'kafka'];
  if (name === 'postgres' || name === 'kafka') return [name];
  throw new TypeError(`--bus ${name} is not known: give postgres, kafka or both`);
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new TypeError(`${name} ${text} is not a whole number`);
}
