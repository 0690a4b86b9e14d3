import { setTimeout as wait } from 'node:timers/promises';
import type { Console } from './console.ts';
import {
  canSharePorts,
  environmentOf,
  inheritedEnvironment,
  type EnvironmentContext,
} from './environment.ts';
import { Failure } from './failure.ts';
import type { Kafka } from './kafka/choose-kafka.ts';
import { releaseLock } from './lock.ts';
import { builtProgram } from './paths.ts';
import { obeyRestartRequests } from './restart-requests.ts';
import { describeProcess, ServicesFileWriter, type ServiceEntry } from './services-file.ts';
import { stopInOrder, type Member } from './supervisor/fleet.ts';
import { ManagedProcess, type Listener, type Recipe } from './supervisor/managed-process.ts';
import { ServiceOutput } from './supervisor/service-output.ts';
import { serviceRecipe } from './supervisor/service-recipe.ts';
import type { StartOptions } from './system.ts';
import type { ProcessDefinition, Topology } from './topology.ts';

/** Services are killed after this long, PostgreSQL after as much again, Kafka soon: 10 s together. */
const STOP_LIMIT = 4_500;
const KAFKA_STOP_LIMIT = 1_000;
const DEFAULT_OLD_SPACE = 96;

export interface SystemParts extends EnvironmentContext {
  readonly kafka?: Kafka;
  readonly options: StartOptions;
  readonly topology: Topology;
  readonly console: Console;
}

/** The system while it runs: what it consists of, and how to look at it, hurt it and end it. */
export class RunningSystem {
  readonly context: SystemParts;
  readonly members: readonly Member[];
  readonly #file: ServicesFileWriter;
  readonly #listener: Listener;
  readonly #killNow = new AbortController();
  readonly #outputs: ServiceOutput[] = [];
  readonly #onExit = (): void => void this.#server?.kill('SIGINT');
  #server: ManagedProcess | undefined;
  #broker: ManagedProcess | undefined;
  #forgetRequests: (() => void) | undefined;
  #stopped: Promise<void> | undefined;

  constructor(parts: SystemParts) {
    this.context = parts;
    this.#file = new ServicesFileWriter(parts.data.servicesFile, parts.options.port);
    this.#listener = {
      changed: () => this.#file.write(this.#processes()),
      say: (text) => parts.console.notice(text),
    };
    this.members = parts.topology.processes.map((definition) => ({
      definition,
      process: this.#manage(definition),
    }));
  }

  /** Address of the shop. */
  get url(): string {
    return `http://localhost:${this.context.options.port}`;
  }

  /** Address of the control room. */
  get opsUrl(): string {
    return `${this.url}/ops`;
  }

  /** Every process as it is now, PostgreSQL and Kafka included. */
  get services(): ServiceEntry[] {
    return this.#processes().map(describeProcess);
  }

  /** Connection string of a process's own database, or of another database by its name. */
  databaseUrl(name: string): string {
    const { topology, secrets, ports } = this.context;
    const database = topology.processes.find((process) => process.name === name)?.database ?? name;
    return secrets.roleUrl(database, database, ports.postgres);
  }

  logFile(name: string): string {
    return this.context.data.logFile(name);
  }

  /** Sends a signal to a process (`postgresql` and `kafka`, too). With a deadly one, resolves when the process is gone. */
  async kill(name: string, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await this.#find(name).kill(signal);
  }

  /** Resolves when the process is ready; throws after `limit` milliseconds. */
  async waitUntilReady(name: string, limit = 30_000): Promise<void> {
    const process = this.#find(name);
    const deadline = Date.now() + limit;
    while (process.status !== 'ready') {
      if (Date.now() > deadline)
        throw new Failure(`${name} is not ready after ${limit} ms, see ${this.logFile(name)}`);
      await wait(10);
    }
  }

  /**
   * Replaces a process by a new one that is ready before the old one is asked to end: nobody who uses it notices.
   * @throws Failure for PostgreSQL and Kafka, which cannot share their data, and where ports cannot be shared
   */
  async replace(name: string): Promise<void> {
    const member = this.members.find(({ definition }) => definition.name === name);
    if (!member) throw new Failure(`${name} is no service of this system.`);
    if (!canSharePorts)
      throw new Failure(`Two processes cannot listen on one port on ${process.platform}: this needs Linux.`);
    await member.process.replace();
  }

  /** Ends everything in order, within 10 s. Safe to call again. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  /** Ends everything at once, without order. */
  async stopNow(): Promise<void> {
    this.#killNow.abort();
    await this.stop();
  }

  /** Starts PostgreSQL; for the launcher itself. */
  async startServer(recipe: Recipe): Promise<void> {
    if (this.#stopped) throw new Failure('stopped while starting');
    this.#server = new ManagedProcess(recipe, this.#listener);
    process.once('exit', this.#onExit); // a launcher that fails must not leave it behind
    await this.#server.start();
  }

  /** Starts a broker of its own; for the launcher itself. It ends with the launcher, whatever happens. */
  async startBroker(recipe: Recipe): Promise<void> {
    if (this.#stopped) throw new Failure('stopped while starting');
    this.#broker = new ManagedProcess(recipe, this.#listener);
    await this.#broker.start();
  }

  /** For the launcher itself. */
  announceReady(): void {
    this.#file.launcherStatus = 'ready';
    this.#listener.changed();
    this.#forgetRequests = obeyRestartRequests(this);
  }

  async #stop(): Promise<void> {
    this.#forgetRequests?.();
    await stopInOrder(this.members, this.#limit());
    await this.#broker?.stop(this.#limit(KAFKA_STOP_LIMIT));
    await this.#server?.stop(this.#limit());
    this.#file.launcherStatus = 'stopped';
    this.#listener.changed();
    this.context.console.close();
    for (const output of this.#outputs) output.close();
    process.off('exit', this.#onExit);
    releaseLock(this.context.data.lockFile);
  }

  #limit(milliseconds = STOP_LIMIT): AbortSignal {
    return AbortSignal.any([this.#killNow.signal, AbortSignal.timeout(milliseconds)]);
  }

  #manage(definition: ProcessDefinition): ManagedProcess {
    const { name, entry, maxOldSpace = DEFAULT_OLD_SPACE } = definition;
    const { options, data, ports, console } = this.context;
    const logFile = data.logFile(name);
    const output = new ServiceOutput(name, logFile, console);
    this.#outputs.push(output);
    const recipe = serviceRecipe({
      name,
      logFile,
      entry: entry ?? builtProgram(name),
      maxOldSpace,
      adminPort: ports.of(name, 'admin'),
      environment: {
        ...inheritedEnvironment(),
        ...environmentOf(definition, this.context),
        ...options.env,
        ...options.envOf?.[name],
      },
      onOutput: output.write,
    });
    return new ManagedProcess({ ...recipe, startable: () => this.#hasItsServers() }, this.#listener);
  }

  #hasItsServers(): boolean {
    return [this.#server, this.#broker].every((it) => it === undefined || it.status === 'ready');
  }

  #processes(): ManagedProcess[] {
    const services = this.members.map(({ process }) => process);
    return [this.#server, this.#broker, ...services].filter((process) => process !== undefined);
  }

  #find(name: string): ManagedProcess {
    const found = this.#processes().find((process) => process.name === name);
    if (!found) throw new Failure(`There is no process ${name}.`);
    return found;
  }
}
