import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { program } from './binaries.ts';
import { isCluster, type Place } from './place.ts';

const options = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C', // the built-in provider sorts and folds alike on every operating system
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

/** Makes the cluster when there is none. An unfinished one (a kill during initdb) is made again: initdb needs an empty folder. */
export async function ensureCluster(place: Place, password: string, signal?: AbortSignal): Promise<boolean> {
  ensureExecutable(place);
  if (isCluster(place.data)) return false;
  const unfinished = `${place.data}.unfinished`;
  await initialise(place, unfinished, password, signal);
  return true;
}

async function initialise(
  place: Place,
  folder: string,
  password: string,
  signal?: AbortSignal,
): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  rmSync(place.data, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  const passwordFile = join(tmpdir(), `tradewind-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  try {
    for (const path of [folder, passwordFile]) own(path, place);
    await runInitdb(place, [...options, `--pgdata=${folder}`, `--pwfile=${passwordFile}`], signal);
    renameSync(folder, place.data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function own(path: string, { account }: Place): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}

function runInitdb({ binaries, account, data }: Place, args: string[], signal?: AbortSignal): Promise<void> {
  const { uid, gid } = account;
  const cwd = join(data, '..');
  return new Promise((resolve, reject) => {
    const child = spawn(program(binaries, 'initdb'), args, {
      uid,
      gid,
      cwd,
      signal,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Failure(`PostgreSQL's initdb failed:\n${said.trim()}`));
    });
  });
}

/** Some npm clients unpack without the executable bit. */
function ensureExecutable({ binaries }: Place): void {
  if (process.platform === 'win32') return;
  for (const name of ['initdb', 'postgres', 'pg_ctl'] as const) {
    const file = program(binaries, name);
    const { mode } = statSync(file);
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
  }
}
