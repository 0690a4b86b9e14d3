import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brokerRecipe } from './broker-recipe.ts';
import type { Source } from './find-source.ts';
import { freePorts } from './free-ports.ts';
import { hasEnded, untilReady } from './until-ready.ts';

/** A broker that can be hurt. */
export interface RunningBroker {
  /** `host:port`; the same after a restart. */
  readonly brokers: string;
  /** Starts it again after `kill` or `stop`; resolves when it answers. */
  start(): Promise<void>;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end, and kills it after 10 s. */
  stop(): Promise<void>;
}

const STOP_LIMIT = 10_000;

/**
 * Starts a broker of its own for a test or a tool, on ports that are free.
 * @param directory its settings, data and log; made when missing
 */
export async function startBroker(
  source: Exclude<Source, { kind: 'given' }>,
  directory: string,
): Promise<RunningBroker> {
  await mkdir(directory, { recursive: true });
  const [port, controllerPort] = await freePorts(2);
  const logFile = join(directory, 'server.log');
  const recipe = brokerRecipe(source, { directory, logFile, port: port!, controllerPort: controllerPort! });
  await recipe.prepare();
  let child: ChildProcess | undefined;

  async function end(signal: NodeJS.Signals, limit: number): Promise<void> {
    const running = child;
    if (!running || hasEnded(running)) return;
    const ended = once(running, 'exit');
    if (signal === 'SIGKILL') running.kill(signal);
    else recipe.askToEnd(running);
    const late = setTimeout(() => running.kill('SIGKILL'), limit);
    await ended.finally(() => clearTimeout(late));
  }

  const start = async (): Promise<void> => {
    child = recipe.spawn();
    await untilReady(child, recipe.probe, logFile);
  };
  await start();
  return {
    brokers: recipe.brokers,
    start,
    kill: () => end('SIGKILL', 0),
    stop: () => end('SIGTERM', STOP_LIMIT),
  };
}
