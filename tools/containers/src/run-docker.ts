import { spawn } from 'node:child_process';
import { repository } from './repository.ts';

interface Options {
  /** Shows what Docker says instead of keeping it. */
  shown?: boolean;
  environment?: Record<string, string>;
  signal?: AbortSignal;
}

/** Runs `docker` to its end; `code` is undefined when it cannot be started or was broken off. Never rejects. */
export function runDocker(
  args: readonly string[],
  { shown = false, environment = {}, signal }: Options = {},
): Promise<{ code: number | undefined; output: string }> {
  return new Promise((resolve) => {
    const stdio = shown ? 'inherit' : 'pipe';
    const child = spawn('docker', args, {
      cwd: repository,
      env: { ...process.env, ...environment },
      stdio: ['ignore', stdio, stdio],
      signal,
      // Ctrl-C reaches the run, which ends this, and then takes everything down.
      detached: process.platform !== 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('error', () => resolve({ code: undefined, output }));
    child.on('close', (code) => resolve({ code: code ?? undefined, output }));
  });
}
