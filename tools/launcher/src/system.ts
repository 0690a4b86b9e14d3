import { Console } from './console.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { Failure } from './failure.ts';
import { releaseLock, takeLock } from './lock.ts';
import type { RunningSystem } from './running-system.ts';
import { prepare, startDatabase, startProcesses } from './start-steps.ts';
import { startKafka } from './kafka/start-kafka.ts';
import { Steps } from './steps.ts';
import { topology, type Topology } from './topology.ts';

export { freePort } from './free-port.ts';
export { builtProgram } from './paths.ts';
export { seed } from './seed.ts';
export type { RunningSystem } from './running-system.ts';
export { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';
export { topology, type ProcessDefinition, type Topology } from './topology.ts';

/** What carries the events. */
export type Bus = 'postgres' | 'kafka';

export interface StartOptions {
  /** Absolute path; made when missing. */
  readonly dataDirectory: string;
  /** The shop's port; the others follow it. */
  readonly port: number;
  /** Deletes the data first. */
  readonly fresh?: boolean;
  /** Default `postgres`. */
  readonly bus?: Bus;
  /** Brokers that run already, `host:port,host:port`, for `kafka`; otherwise one is found or started. */
  readonly kafkaBrokers?: string;
  /** Prints nothing. */
  readonly quiet?: boolean;
  /** Builds when sources changed; true unless given. */
  readonly build?: boolean;
  /** Added to the environment of every process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Added to the environment of single processes, by name. */
  readonly envOf?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Other processes than the usual ones, such as replicas, or those of tests of the launcher. */
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
    system = await prepare({ options, topology: options.topology ?? topology, data, console }, steps);
    await startDatabase(system, steps);
    await startKafka(system, steps);
    await startProcesses(system, steps);
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
