import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../failure.ts';
import { Backoff } from './backoff.ts';
import { untilReady } from './readiness.ts';
import { lastLines } from './rotating-log.ts';

export type Status = 'starting' | 'ready' | 'restarting' | 'stopped' | 'failed';

/** How one process is started, asked and ended; the same for services and for PostgreSQL. */
export interface Recipe {
  readonly name: string;
  readonly adminUrl: string | null;
  readonly logFile: string;
  /** How often the very first start is tried; services once, because a wrong setting does not mend itself. */
  readonly startAttempts: number;
  /** False while it could not start anyway, as a service without its database; asked before it is started again. */
  startable?(): boolean;
  spawn(): ChildProcess;
  probe(child: ChildProcess): Promise<boolean>;
  askToEnd(child: ChildProcess): void;
}

export interface Listener {
  changed(): void;
  say(text: string): void;
}

interface Run {
  readonly child: ChildProcess;
  /** How it ended, in words; never rejects. */
  readonly ended: Promise<string>;
}

const READY_LIMIT = 20_000;
/** After which a process that was replaced is killed: longer than its own time for draining. */
const END_LIMIT = 10_000;
const LAST_WORDS = 200;
const LOOK_AGAIN = 20;
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** One process under supervision: started, watched, started again with back-off when it dies, ended. */
export class ManagedProcess {
  readonly recipe: Recipe;
  restarts = 0;
  startedAt = new Date();
  readonly #listener: Listener;
  readonly #backoff = new Backoff();
  readonly #stopping = new AbortController();
  #status: Status = 'starting';
  #run: Run | undefined;
  #replacing: Promise<void> | undefined;
  #readySince: number | undefined;

  constructor(recipe: Recipe, listener: Listener) {
    this.recipe = recipe;
    this.#listener = listener;
  }

  get name(): string {
    return this.recipe.name;
  }

  get status(): Status {
    return this.#status;
  }

  get pid(): number | undefined {
    return this.#run?.child.pid;
  }

  /** Resolves when it is ready for the first time; rejects with a `Failure` when it ends or takes longer than 20 s. */
  async start(): Promise<void> {
    const limit = AbortSignal.timeout(READY_LIMIT);
    for (let attempt = 1; ; attempt++) {
      const run = this.#spawn('starting');
      if (await this.#becomesReady(run, limit)) return void this.#supervise(run);
      this.#stopping.signal.throwIfAborted();
      if (limit.aborted) throw this.#fail(`was not ready after ${seconds(READY_LIMIT)}`);
      const how = await run.ended;
      if (attempt >= this.recipe.startAttempts) throw this.#fail(`ended (${how}) while it started`);
      await this.#pause(this.#backoff.next(0));
    }
  }

  /** Asks it to end, and kills it when the signal comes first. Resolves when it is gone. */
  async stop(killNow: AbortSignal): Promise<void> {
    this.#stopping.abort(new Failure('stopped while starting'));
    await this.#replacing?.catch(() => undefined);
    if (this.#run) await end(this.#run, this.recipe, killNow);
    this.#run = undefined;
    this.#change('stopped');
  }

  /**
   * Starts a successor beside it, and asks it to end when the successor is ready. Both must be able to listen on the same ports.
   * @throws Failure when the successor does not become ready: then the old one goes on
   */
  replace(): Promise<void> {
    if (this.#status !== 'ready' || this.#replacing) {
      const what = this.#replacing ? 'being replaced already' : this.#status;
      return Promise.reject(new Failure(`${this.name} is ${what}: only a ready process can be replaced`));
    }
    this.#replacing = this.#replace(this.#run!).finally(() => (this.#replacing = undefined));
    return this.#replacing;
  }

  /** Sends a signal; with one that ends the process, resolves when it has ended and its death has been noticed. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    const run = this.#run;
    run?.child.kill(signal);
    if (['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGABRT'].includes(signal)) await run?.ended;
  }

  async #replace(old: Run): Promise<void> {
    const startedAt = new Date();
    const successor = this.#launch();
    if (!(await this.#answersReady(successor, AbortSignal.timeout(READY_LIMIT)))) {
      successor.child.kill('SIGKILL');
      const how = await successor.ended;
      const text = `the successor of ${this.name} did not become ready (${how}), see ${this.recipe.logFile}`;
      throw new Failure(text);
    }
    this.#run = successor;
    this.startedAt = startedAt;
    this.#readySince = Date.now();
    this.#change('ready');
    await end(old, this.recipe, AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(END_LIMIT)]));
  }

  async #supervise(first: Run): Promise<void> {
    for (let run = first; ;) {
      const how = await run.ended;
      const diedAt = Date.now();
      await this.#replacing?.catch(() => undefined);
      if (this.#stopping.signal.aborted) return;
      if (this.#run && this.#run !== run) {
        run = this.#run;
        continue;
      }
      const delay = this.#backoff.next(this.#readySince ? diedAt - this.#readySince : 0);
      this.restarts += 1;
      this.#change('restarting');
      this.#listener.say(`${this.name} ended (${how}), restarting in ${seconds(delay)}`);
      await this.#pause(delay);
      while (this.recipe.startable?.() === false && !this.#stopping.signal.aborted)
        await this.#pause(LOOK_AGAIN);
      if (this.#stopping.signal.aborted) return;
      run = this.#spawn('restarting');
      if (await this.#comesBack(run))
        this.#listener.say(`${this.name} is back after ${seconds(Date.now() - diedAt)}`);
    }
  }

  /** Waits as long as it takes, and says so when that is long: killing it would not make it faster. */
  async #comesBack(run: Run): Promise<boolean> {
    const text = `${this.name} is still not ready after ${seconds(READY_LIMIT)}, see ${this.recipe.logFile}`;
    const late = setTimeout(() => this.#listener.say(text), READY_LIMIT);
    return await this.#becomesReady(run).finally(() => clearTimeout(late));
  }

  #spawn(status: Status): Run {
    this.#run = this.#launch();
    this.startedAt = new Date();
    this.#readySince = undefined;
    this.#change(status);
    return this.#run;
  }

  #launch(): Run {
    this.#stopping.signal.throwIfAborted();
    const child = this.recipe.spawn();
    return { child, ended: howItEnds(child) };
  }

  async #answersReady(run: Run, limit?: AbortSignal): Promise<boolean> {
    const over = new AbortController();
    void run.ended.then(() => over.abort());
    const signals = [over.signal, this.#stopping.signal, ...(limit ? [limit] : [])];
    const ready = await untilReady(() => this.recipe.probe(run.child), AbortSignal.any(signals));
    return ready && !over.signal.aborted;
  }

  async #becomesReady(run: Run, limit?: AbortSignal): Promise<boolean> {
    if (!(await this.#answersReady(run, limit))) return false;
    this.#readySince = Date.now();
    this.#change('ready');
    return true;
  }

  #pause = (delay: number): Promise<void> =>
    wait(delay, undefined, { signal: this.#stopping.signal }).catch(() => undefined);

  #fail(why: string): Failure {
    this.#change('failed');
    const { logFile } = this.recipe;
    const log = lastLines(logFile, 12).map((line) => `  ${line}`);
    return new Failure([`${this.name} ${why}. The end of its log, ${logFile}:`, ...log].join('\n'));
  }

  #change(status: Status): void {
    this.#status = status;
    this.#listener.changed();
  }
}

function howItEnds(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      if (child.pid === undefined) resolve(error.message);
    });
    const how = (code: number | null, signal: NodeJS.Signals | null): string => signal ?? `exit code ${code}`;
    child.once('close', (code, signal) => resolve(how(code, signal)));
    // 'close' comes when its last words have been read; a child of its own may hold the pipe open for ever
    child.once('exit', (code, signal) => setTimeout(() => resolve(how(code, signal)), LAST_WORDS).unref());
  });
}

async function end(run: Run, recipe: Recipe, killNow: AbortSignal): Promise<void> {
  const kill = (): void => void run.child.kill('SIGKILL');
  if (killNow.aborted) kill();
  else recipe.askToEnd(run.child);
  killNow.addEventListener('abort', kill);
  await run.ended;
  killNow.removeEventListener('abort', kill);
}
