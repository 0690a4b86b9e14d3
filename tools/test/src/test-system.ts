import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ComposeSystem } from '@tradewind/containers';
import { freePort, startSystem, type Bus, type RunningSystem } from '@tradewind/launcher';

/** Only PostgreSQL: what specs need. */
const noProcesses = { processes: [], postgresPort: 9 };

const nameOf = (bus: Bus): string => `shop-${bus}`;

/** Starts systems for the tests, and stops all of them, also when the run is broken off. */
export class TestSystems {
  readonly #workspace: string;
  readonly #running: { stop(): Promise<void> }[] = [];

  constructor(workspace: string) {
    this.#workspace = workspace;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => void this.stopAll().finally(() => process.exit(130)));
  }

  /** A PostgreSQL and nothing else, on data of its own. */
  startPostgres(name: string): Promise<RunningSystem> {
    return this.#start(name, { quiet: true, topology: noProcesses });
  }

  /** The whole system on data of its own, as `npm start -- --bus BUS` would run it. */
  startShop(bus: Bus): Promise<RunningSystem> {
    // Brokers that were given may have been used before.
    return this.#start(nameOf(bus), {
      bus,
      env: { KAFKA_NAMESPACE: `test-${process.pid}-${Date.now()}.` },
    });
  }

  /** The whole system in containers. It is known before it starts: a start that is broken off leaves containers, too. */
  async startCompose(): Promise<ComposeSystem> {
    const progress = (text: string): void => console.log(`compose: ${text}`);
    const system = new ComposeSystem({ port: await freePort(), folder: this.#workspace, progress });
    this.#running.push(system);
    await system.start();
    return system;
  }

  /** Where such a system leaves its logs. */
  dataDirectoryOf(bus: Bus): string {
    return join(this.#workspace, nameOf(bus));
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.#running.map((system) => system.stop()));
  }

  async #start(name: string, options: Partial<Parameters<typeof startSystem>[0]>): Promise<RunningSystem> {
    const dataDirectory = join(this.#workspace, name);
    mkdirSync(dataDirectory, { recursive: true });
    const system = await startSystem({ dataDirectory, port: await freePort(), ...options });
    this.#running.push(system);
    return system;
  }
}
