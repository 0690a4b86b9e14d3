import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runTool } from './child-tool.ts';
import { Failure } from './failure.ts';
import { releaseLock, takeLock } from './lock.ts';
import { repository } from './paths.ts';
import { stampSources } from './source-stamp.ts';

// Beside what it describes: deleting dist/ deletes it too, and two data folders share it.
const stampFile = join(repository, 'dist', '.tradewind-build');
const lockFile = join(repository, 'node_modules', '.tradewind-build.lock');

/** Builds everything when the sources changed since the last build, or a program is missing. @returns whether it built */
export async function ensureBuilt(programs: readonly string[], signal?: AbortSignal): Promise<boolean> {
  if (isCurrent(programs)) return false;
  while (takeLock(lockFile, 'build')) await wait(200, undefined, { signal });
  try {
    if (isCurrent(programs)) return false; // somebody else has just built it
    const stamp = stampSources(repository); // before the build: what is edited meanwhile is built next time
    await runTool('tools/build/src/main.ts', ['--all'], { signal });
    requireBuilt(programs);
    mkdirSync(join(repository, 'dist'), { recursive: true });
    writeFileSync(stampFile, stamp);
    return true;
  } finally {
    releaseLock(lockFile);
  }
}

export function requireBuilt(programs: readonly string[]): void {
  const missing = programs.filter((program) => !existsSync(program));
  if (missing.length > 0)
    throw new Failure(
      `Not built: ${missing.map((path) => relative(repository, path)).join(', ')}. Start without --no-build.`,
    );
}

const isCurrent = (programs: readonly string[]): boolean =>
  programs.every((program) => existsSync(program)) &&
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === stampSources(repository);
