import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { repository } from './repository.ts';
import { runDocker } from './run-docker.ts';

export interface ComposeOptions {
  /** The shop's port on this machine. */
  port: number;
  /** For a file with secrets. */
  folder: string;
  progress: (text: string) => void;
}

/** The shop of docker-compose.yml as a project of its own beside one that the user may have; one for each checkout. */
export class ComposeSystem {
  readonly url: string;
  readonly #project = `tradewind-test-${createHash('sha256').update(repository).digest('hex').slice(0, 8)}`;
  readonly #secrets: string;
  readonly #options: ComposeOptions;
  readonly #broken = new AbortController();
  #underWay: Promise<unknown> = Promise.resolve();
  #stopped: Promise<void> | undefined;

  constructor(options: ComposeOptions) {
    this.#options = options;
    this.#secrets = join(options.folder, 'compose.env');
    this.url = `http://localhost:${options.port}`;
  }

  /** Builds the images and starts everything on new volumes. @throws when it does not get healthy */
  async start(): Promise<void> {
    const { progress } = this.#options;
    execFileSync(process.execPath, [join(repository, 'deploy/docker/secrets.mjs'), this.#secrets]);
    // What a run that was killed has left.
    await this.#compose('down', '--volumes', '--remove-orphans');
    progress('building images');
    await this.#mustSucceed('build');
    progress('starting everything');
    await this.#mustSucceed('up', '--wait', '--wait-timeout', '300', '--quiet-pull');
    progress(`ready: ${this.url}`);
  }

  /** Ends what is under way, and removes containers, networks and volumes. */
  stop(): Promise<void> {
    this.#stopped ??= this.#remove();
    return this.#stopped;
  }

  async #remove(): Promise<void> {
    this.#broken.abort();
    this.#options.progress('taking everything down');
    // What still starts containers would start them after they were removed.
    await this.#underWay;
    await this.#compose('down', '--volumes', '--remove-orphans', '--timeout', '5');
  }

  async #mustSucceed(...args: string[]): Promise<void> {
    const { code, output } = await this.#compose(...args);
    if (code === 0) return;
    const { output: log } = await this.#compose('logs', '--tail', '20');
    throw new Error(`docker compose ${args[0]} failed:\n${output}\n${log}`);
  }

  #compose(...args: string[]) {
    const own = [
      'compose',
      '--project-name',
      this.#project,
      '--env-file',
      this.#secrets,
      '--progress',
      'plain',
    ];
    const signal = args[0] === 'down' ? undefined : this.#broken.signal;
    const run = runDocker([...own, ...args], { environment: { PORT: String(this.#options.port) }, signal });
    this.#underWay = run;
    return run;
  }
}
