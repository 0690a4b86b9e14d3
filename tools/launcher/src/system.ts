import { Console } from './console.ts';
import { openDataFolder, emptyDataFolder, type DataFolder } from './data-folder.ts';
import { ensureBuilt, requireBuilt } from './build.ts';
import { Failure } from './failure.ts';
import { endLeftovers } from './leftovers.ts';
import { releaseLock, takeLock } from './lock.ts';
import { listMigrations, migrateAll } from './migrations.ts';
import { builtProgram } from './paths.ts';
import { choosePorts } from './ports.ts';
import { ensureCluster } from './postgres/cluster.ts';
import { ensureDatabases } from './postgres/databases.ts';
import { choosePlace, removeOutside } from './postgres/place.ts';
import { serverRecipe } from './postgres/server.ts';
import { RunningSystem } from './running-system.ts';
import { needsSeed, seed } from './seed.ts';
import { Secrets } from './secrets.ts';
import { Steps } from './steps.ts';
import { startInOrder } from './supervisor/fleet.ts';
import { eventLogDatabase, topology as wholeSystem, type Topology } from './topology.ts';

export type { RunningSystem } from './running-system.ts';

export interface StartOptions {
  /** Absolute path; made when missing. */
  readonly dataDirectory: string;
  /** The shop's port; the others follow it. */
  readonly port: number;
  /** Deletes the data first. */
  readonly fresh?: boolean;
  /** Prints nothing. */
  readonly quiet?: boolean;
  /** Builds when sources changed; true unless given. */
  readonly build?: boolean;
  /** Added to the environment of every process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Added to the environment of single processes, by name. */
  readonly envOf?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Other processes than Tradewind's own, for tests of the launcher. */
  readonly topology?: Topology;
  /** Ends a start that is under way: everything is stopped and the signal's reason thrown. */
  readonly signal?: AbortSignal;
}

/** Starts everything and resolves when the whole system is ready; stops everything again when something fails. */
export async function startSystem(options: StartOptions): Promise<RunningSystem> {
  const data = openDataFolder(options.dataDirectory);
  lockDataFolder(data, options.port);
  const console = new Console(options.quiet ? undefined : process.stdout, data.logFile);
  let system: RunningSystem | undefined;
  try {
    const steps = new Steps(console, options.signal);
    const topology = options.topology ?? wholeSystem;
    system = await prepare(options, topology, data, console, steps);
    await startDatabase(system, topology, steps, options.signal);
    await startProcesses(system, topology, steps, options.signal);
    system.announceReady();
    return system;
  } catch (error) {
    await system?.stop();
    console.close();
    releaseLock(data.lockFile);
    throw error;
  }
}

function lockDataFolder(data: DataFolder, port: number): void {
  const holder = takeLock(data.lockFile, `http://localhost:${port}/`);
  if (!holder) return;
  throw new Failure(
    `Tradewind already runs on ${data.path}: process ${holder.pid}, ${holder.note}\n` +
      'Stop it first (Ctrl-C in its terminal), or use another folder: TRADEWIND_DATA=.tradewind-2 PORT=8200 npm start',
  );
}

/** Everything that needs no process of ours: a clean field, ports, programs. */
async function prepare(
  options: StartOptions,
  topology: Topology,
  data: DataFolder,
  console: Console,
  steps: Steps,
): Promise<RunningSystem> {
  const programs = topology.processes.map(({ name, entry }) => entry ?? builtProgram(name));
  await steps.run(
    'Checks',
    () => endLeftovers(data, programs),
    (ended) => (ended.length > 0 ? `ended what an earlier start left: ${ended.join(', ')}` : undefined),
  );
  if (options.fresh) for (const empty of [emptyDataFolder, removeOutside]) empty(data);
  const ports = await choosePorts(topology, options.port);
  if (options.build === false || options.topology) requireBuilt(programs);
  else
    await steps.run(
      'Build',
      () => ensureBuilt(programs, options.signal),
      (built) => (built ? undefined : 'up to date'),
    );
  return new RunningSystem({
    options,
    topology,
    data,
    ports,
    console,
    secrets: new Secrets(data.secretsFile),
  });
}

async function startDatabase(
  system: RunningSystem,
  topology: Topology,
  steps: Steps,
  signal?: AbortSignal,
): Promise<void> {
  const { data, ports, secrets } = system.context;
  const startServer = async (): Promise<string> => {
    const place = choosePlace(data);
    const made = await ensureCluster(place, secrets.get('role:postgres'), signal);
    await system.startServer(
      serverRecipe({ place, port: ports.postgres, logFile: data.logFile('postgresql') }),
    );
    return [made && 'new', place.note].filter(Boolean).join(', ');
  };
  const makeDatabases = async (): Promise<string> => {
    const names = [...topology.processes.flatMap(({ database }) => database ?? []), eventLogDatabase];
    const wanted = names.map((name) => ({ name, password: secrets.get(`role:${name}`) }));
    const made = await ensureDatabases(secrets.roleUrl('postgres', 'postgres', ports.postgres), wanted);
    const applied = await migrateAll(listMigrations(topology), (name) =>
      secrets.roleUrl(name, name, ports.postgres),
    );
    return [made.length && `${made.length} new`, applied && `${applied} migrations`]
      .filter(Boolean)
      .join(', ');
  };
  await steps.run('PostgreSQL', startServer, (detail) => detail);
  await steps.run('Databases', makeDatabases, (detail) => detail);
}

async function startProcesses(
  system: RunningSystem,
  topology: Topology,
  steps: Steps,
  signal?: AbortSignal,
): Promise<void> {
  const { data, ports } = system.context;
  await steps.run(`${topology.processes.length} processes`, () => startInOrder(system.members));
  if (topology !== wholeSystem || !needsSeed(data)) return;
  await steps.run(
    'Products and stock',
    () => seed(data, ports, signal),
    () => 'first start',
  );
}
