import { spawn, type ChildProcess } from 'node:child_process';
import { repository } from './repository.ts';

interface Options {
  environment?: Record<string, string>;
  signal?: AbortSignal;
}

const onWindows = process.platform === 'win32';

/** Runs `docker` to its end; `code` is undefined when it could not be started or was broken off. Never rejects. */
export function runDocker(
  args: readonly string[],
  { environment = {}, signal }: Options = {},
): Promise<{ code: number | undefined; output: string }> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve({ code: undefined, output: '' });
    const child = spawn('docker', args, {
      cwd: repository,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C reaches the test run, which ends this and then takes everything down.
      detached: !onWindows,
    });
    const end = (): void => endGroup(child);
    signal?.addEventListener('abort', end, { once: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', () => resolve({ code: undefined, output }));
    child.on('close', (code) => {
      signal?.removeEventListener('abort', end);
      resolve({ code: code ?? undefined, output });
    });
  });
}

/** `docker` starts its plugins as processes and does not always pass signals on. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(onWindows ? pid : -pid, 'SIGTERM');
  } catch {
    // It has ended meanwhile.
  }
}
