import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKafkaEventLog, createPostgresEventLog, type EventLog } from '@tradewind/event-bus';
import type { ArmedFailpoint } from '@tradewind/failpoints';
import { seed, startSystem, type RunningSystem } from '@tradewind/launcher';
import { uuidV7 } from '@tradewind/kernel';
import { createLogger } from '@tradewind/observability';
import { eventually } from '@tradewind/testing';
import { Databases } from './databases.ts';
import { editProduct } from './edit-product.ts';
import { FailpointClient } from './failpoint-client.ts';
import { LogReader } from './log-reader.ts';
import { withReplicas } from './replicas.ts';

export interface GroundOptions {
  folder: string;
  port: number;
  bus: 'postgres' | 'kafka';
  /** Other programs than the built ones, by process. */
  programs?: Readonly<Record<string, string>>;
}

/** Reservations end while a slow card is still being asked: their expiry races the payment. */
const SETTINGS: Readonly<Record<string, Record<string, string>>> = {
  inventory: { RESERVATION_LASTS_MS: '2500', RESERVATION_EXPIRY_EVERY_MS: '150' },
};

/** What is killed, stopped and given a wrong clock. The control room only looks, and the launcher watches. */
const SPARED = new Set(['control-room']);

/** The running system with its failpoints on, two order processes, and a hand on every clock. */
export class ProvingGround {
  readonly system: RunningSystem;
  readonly databases: Databases;
  readonly failpoints: FailpointClient;
  readonly log: EventLog;
  readonly reader: LogReader;
  readonly #clocks: string;
  readonly #armed: string;

  private constructor(system: RunningSystem, { clocks, armed }: Folders, log: EventLog) {
    this.system = system;
    this.databases = new Databases(system);
    this.failpoints = new FailpointClient(system);
    this.log = log;
    this.reader = new LogReader(this.log);
    this.#clocks = clocks;
    this.#armed = armed;
  }

  static async open({ folder, port, bus, programs }: GroundOptions): Promise<ProvingGround> {
    const folders = { clocks: join(folder, 'clocks'), armed: join(folder, 'armed') };
    for (const it of Object.values(folders)) mkdirSync(it, { recursive: true });
    const topology = withReplicas(programs);
    const skew = join(import.meta.dirname, 'clock-skew.mjs');
    const envOf = Object.fromEntries(topology.processes.map(({ name }) => [name, envIn(folders, name)]));
    // Brokers that were given may have been used before.
    const namespace = `prove-${uuidV7()}.`;
    const env = { FAILPOINTS: 'true', NODE_OPTIONS: `--import=${skew}`, KAFKA_NAMESPACE: namespace };
    const dataDirectory = join(folder, 'data');
    const system = await startSystem({ dataDirectory, port, bus, topology, env, envOf, quiet: true });
    return new ProvingGround(system, folders, logOf(system, namespace));
  }

  /** Names of the processes that faults may hit. */
  get processes(): string[] {
    return this.system.members.map(({ definition }) => definition.name).filter((name) => !SPARED.has(name));
  }

  get databaseNames(): string[] {
    const own = this.system.members.flatMap(({ definition }) => definition.database ?? []);
    return [...new Set(own)].filter((name) => name !== 'control_room');
  }

  setClock(process: string, offset: number): void {
    writeFileSync(join(this.#clocks, process), String(offset));
  }

  /** For what the process passes while it starts: armed in its next start, and in that one only. */
  armAtStart(process: string, failpoint: string, plan: ArmedFailpoint): void {
    writeFileSync(join(this.#armed, process), JSON.stringify({ [failpoint]: plan }));
  }

  /** Fills the shelves once more, which changes nothing; who is killed meanwhile is waited for. */
  async seed(): Promise<void> {
    const { data, ports } = this.system.context;
    await eventually(() => seed(data, ports), { within: 60_000 });
  }

  /** A product's description changes, as an editor changes it. */
  async edit(productId: string): Promise<void> {
    const address = `127.0.0.1:${this.system.context.ports.of('product', 'grpc')}`;
    await eventually(() => editProduct(address, productId), { within: 60_000 });
  }

  /** Everything as it should be again: no failpoint armed, nobody asleep, clocks right, all ready. */
  async heal(): Promise<void> {
    for (const name of this.processes) {
      await this.system.kill(name, 'SIGCONT');
      this.setClock(name, 0);
    }
    for (const { name } of this.system.services) await this.system.waitUntilReady(name, 60_000);
    await Promise.all(this.processes.map((name) => this.failpoints.disarm(name).catch(() => {})));
  }

  async close(): Promise<void> {
    await this.reader.close().catch(() => {});
    await this.databases.close();
    await this.system.stop();
  }
}

interface Folders {
  /** How wrong each process's clock is. */
  clocks: string;
  /** What is armed when a process starts. */
  armed: string;
}

const envIn = ({ clocks, armed }: Folders, name: string): Record<string, string> => ({
  CLOCK_SKEW_FILE: join(clocks, name),
  FAILPOINTS_FILE: join(armed, name),
  ...SETTINGS[name],
});

/** The log that the system uses, whichever it is. */
function logOf(system: RunningSystem, namespace: string): EventLog {
  const options = { service: 'prove', logger: createLogger('prove', 'fatal') };
  const { kafkaBrokers } = system.context;
  return kafkaBrokers
    ? createKafkaEventLog({ ...options, namespace, brokers: kafkaBrokers.split(',') })
    : createPostgresEventLog({ ...options, url: system.databaseUrl('eventlog') });
}
