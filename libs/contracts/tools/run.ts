import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));
const binaries = fileURLToPath(new URL('../../../node_modules/.bin', import.meta.url));

/** Runs a tool of node_modules in the contracts' folder; ends the process with the tool's status when it fails. */
export function run(command: string, args: string[]): void {
  const environment = { ...process.env, PATH: `${binaries}${delimiter}${process.env['PATH'] ?? ''}` };
  const windows = process.platform === 'win32';
  const file = join(binaries, windows ? `${command}.cmd` : command);
  const result = spawnSync(file, args, { cwd: folder, stdio: 'inherit', env: environment, shell: windows });
  if (result.status !== 0) process.exit(result.status ?? 1);
}
