import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Failure } from './failure.ts';
import { repository } from './paths.ts';

export interface ToolOptions {
  readonly environment?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/** Runs one of the repository's own programs to its end; what it said is shown only when it fails. */
export function runTool(
  path: string,
  args: readonly string[],
  { environment, signal }: ToolOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(repository, path), ...args], {
      cwd: repository,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code, ended) => {
      if (code === 0) resolve();
      else reject(new Failure(`${path} failed (${ended ?? `exit code ${code}`}):\n${said.trim()}`));
    });
  });
}
