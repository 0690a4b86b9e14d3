import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './paths.ts';
import { replaceFile } from './replace-file.ts';
import type { ManagedProcess, Status } from './supervisor/managed-process.ts';

export interface ServiceEntry {
  readonly name: string;
  readonly pid: number | null;
  readonly status: Status;
  readonly adminUrl: string | null;
  readonly restarts: number;
  readonly startedAt: string;
  readonly version: string;
}

export interface ServicesFile {
  readonly startedAt: string;
  readonly launcherPid: number;
  readonly port: number;
  readonly services: readonly ServiceEntry[];
}

const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };

export const describeProcess = (process: ManagedProcess): ServiceEntry => ({
  name: process.name,
  pid: process.pid ?? null,
  status: process.status,
  adminUrl: process.recipe.adminUrl,
  restarts: process.restarts,
  startedAt: process.startedAt.toISOString(),
  version,
});

/** The list of everything that runs, for the control room and for scripts; rewritten whole on every change. */
export class ServicesFileWriter {
  readonly #file: string;
  readonly #port: number;
  readonly #startedAt = new Date().toISOString();
  launcherStatus: Status = 'starting';

  constructor(file: string, port: number) {
    this.#file = file;
    this.#port = port;
  }

  write(processes: readonly ManagedProcess[]): void {
    const content: ServicesFile = {
      startedAt: this.#startedAt,
      launcherPid: process.pid,
      port: this.#port,
      services: [this.#launcher(), ...processes.map(describeProcess)],
    };
    replaceFile(this.#file, `${JSON.stringify(content, null, 2)}\n`);
  }

  #launcher(): ServiceEntry {
    const { pid } = process;
    const startedAt = this.#startedAt;
    return {
      name: 'launcher',
      pid,
      status: this.launcherStatus,
      adminUrl: null,
      restarts: 0,
      startedAt,
      version,
    };
  }
}
