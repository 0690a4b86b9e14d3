import { spawn, type ChildProcess } from 'node:child_process';
import { httpProbe } from './readiness.ts';
import type { Recipe } from './managed-process.ts';

export interface ServiceProgram {
  readonly name: string;
  readonly entry: string;
  readonly maxOldSpace: number;
  readonly adminPort: number;
  readonly logFile: string;
  readonly environment: NodeJS.ProcessEnv;
  onOutput(chunk: string): void;
}

const onWindows = process.platform === 'win32';

/** A Node process with an IPC channel. It ends by itself when the channel closes, so it does not outlive the launcher. */
export function serviceRecipe(program: ServiceProgram): Recipe {
  const { name, adminPort, logFile } = program;
  const probe = httpProbe(adminPort);
  return {
    name,
    logFile,
    adminUrl: `http://127.0.0.1:${adminPort}`,
    startAttempts: 1,
    spawn: () => start(program),
    probe: (child) => probe(child.pid),
    // Windows has no SIGTERM: there the closed channel is the request to end.
    askToEnd: (child) => void (onWindows && child.connected ? child.disconnect() : child.kill('SIGTERM')),
  };
}

function start({ entry, maxOldSpace, environment, onOutput }: ServiceProgram): ChildProcess {
  const flags = ['--max-semi-space-size=4', `--max-old-space-size=${maxOldSpace}`];
  const child = spawn(process.execPath, [...flags, entry], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: !onWindows, // Ctrl-C in the terminal must reach the launcher alone, which ends the others in order
    windowsHide: true,
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onOutput);
  return child;
}
