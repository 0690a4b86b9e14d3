import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Recipe } from '../supervisor/managed-process.ts';
import { rotateBeforeStart } from '../supervisor/rotating-log.ts';
import { program } from './binaries.ts';
import type { Place } from './place.ts';
import { readPostmasterFile } from './postmaster-file.ts';

/** A laptop's share: little memory, two cores, many short transactions, and every commit on the disk. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  cluster_name: 'tradewind',
  fsync: 'on',
  synchronous_commit: 'on',
  shared_buffers: '48MB',
  max_connections: '120',
  huge_pages: 'off',
  io_method: 'sync', // no I/O worker processes
  wal_level: 'replica',
  max_wal_senders: '0',
  max_logical_replication_workers: '0', // no launcher process for them
  min_wal_size: '256MB',
  max_wal_size: '1GB',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  autovacuum_naptime: '15s', // queues and logs grow old within seconds
  track_wal_io_timing: 'on',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] %q%u@%d ',
};

export interface ServerOptions {
  readonly place: Place;
  readonly port: number;
  readonly logFile: string;
}

/** PostgreSQL as one more process to supervise. It outlives a killed launcher; the next one ends it (`orphan.ts`). */
export function serverRecipe({ place, port, logFile }: ServerOptions): Recipe {
  return {
    name: 'postgresql',
    adminUrl: null,
    logFile,
    startAttempts: 8, // after a crash the old server's children may hold its shared memory for a moment
    spawn: () => start(place, port, logFile),
    probe: async (child) => {
      const file = readPostmasterFile(place.data);
      return file?.pid === child.pid && file?.status === 'ready';
    },
    askToEnd: (child) => askToEnd(child, place),
  };
}

function start({ binaries, data, account }: Place, port: number, logFile: string): ChildProcess {
  const { uid, gid } = account;
  const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  rotateBeforeStart(logFile);
  const log = openSync(logFile, 'a');
  const child = spawn(program(binaries, 'postgres'), ['-D', data, ...flags], {
    uid,
    gid,
    cwd: data,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log, log],
    detached: process.platform !== 'win32', // Ctrl-C must not end the database before its clients
    windowsHide: true,
  });
  closeSync(log);
  return child;
}

/** Fast shutdown: ends the sessions, writes a checkpoint, goes. */
function askToEnd(child: ChildProcess, { binaries, data }: Place): void {
  if (process.platform !== 'win32') child.kill('SIGINT');
  else execFile(program(binaries, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-W'], () => undefined);
}
