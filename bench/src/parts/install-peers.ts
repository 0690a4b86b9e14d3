import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Installs the engines and libraries that ours are measured beside, unless they are there in the right versions. They have a lock file of
 * their own: nothing of the system depends on them.
 */
export function installPeers(): void {
  if (upToDate()) return;
  console.log('installing what to compare with (about 240 MB, once) …');
  const windows = process.platform === 'win32';
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell: windows });
  if (status !== 0) console.log('some could not be installed: what there is of them is measured');
}

/** Whether what is measured beside ours could be installed. */
export const hasPeer = (name: string): boolean => existsSync(`${folder}node_modules/${name}/package.json`);

function upToDate(): boolean {
  const { dependencies } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.entries(dependencies).every(([name, version]) => {
    const file = `${folder}node_modules/${name}/package.json`;
    if (!existsSync(file)) return false;
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === version;
  });
}
