import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { identify, isSameAndAlive, type ProcessIdentity } from './process-identity.ts';

export interface LockHolder extends ProcessIdentity {
  /** What the holder wants others to know, such as its address. */
  readonly note: string;
}

/** Tries to take a lock file; gives the holder back when another living process has it, undefined when the lock is ours. */
export function takeLock(file: string, note: string): LockHolder | undefined {
  const own: LockHolder = { ...identify(process.pid), note };
  for (;;) {
    if (create(file, own)) return undefined;
    const holder = read(file);
    if (holder && isSameAndAlive(holder)) return holder;
    removeStale(file, holder);
  }
}

/** Who holds a lock, if it lives. */
export function holderOf(file: string): LockHolder | undefined {
  const holder = read(file);
  return holder && isSameAndAlive(holder) ? holder : undefined;
}

export function releaseLock(file: string): void {
  if (read(file)?.pid === process.pid) rmSync(file, { force: true });
}

function create(file: string, holder: LockHolder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A holder that was killed left its lock. Two launchers may notice that at once: only the file that was judged goes. */
function removeStale(file: string, judged: LockHolder | undefined): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (read(aside)?.pid === judged?.pid) rmSync(aside);
    else renameSync(aside, file);
  } catch {
    // the other one was faster
  }
}

function read(file: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}
