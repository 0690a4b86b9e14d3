import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The program that listens on a port, such as `node (process 4711)`; undefined when that cannot be found out. */
export async function findPortHolder(port: number): Promise<string | undefined> {
  try {
    if (process.platform === 'linux') return findOnLinux(port);
    if (process.platform === 'win32') return await findOnWindows(port);
    return await findWithLsof(port);
  } catch {
    return undefined;
  }
}

function findOnLinux(port: number): string | undefined {
  const socket = `socket:[${findSocket(port)}]`;
  const holder = readdirSync('/proc').find((pid) => /^\d+$/.test(pid) && holdsSocket(pid, socket));
  if (holder === undefined) return undefined;
  const [program = ''] = readFileSync(`/proc/${holder}/cmdline`, 'utf8').split('\0');
  return `${basename(program)} (process ${holder})`;
}

function findSocket(port: number): string | undefined {
  const listening = '0A';
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6'])
    for (const row of readFileSync(table, 'utf8').split('\n')) {
      const [, local, , state, , , , , , inode] = row.trim().split(/\s+/);
      if (state === listening && Number.parseInt(local?.split(':')[1] ?? '', 16) === port) return inode;
    }
  return undefined;
}

function holdsSocket(pid: string, socket: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => readLink(`/proc/${pid}/fd/${fd}`) === socket);
  } catch {
    return false; // another user's process
  }
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

async function findWithLsof(port: number): Promise<string | undefined> {
  const { stdout } = await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']);
  const [, pid, name] = /p(\d+)\nc(.+)/.exec(stdout) ?? [];
  return pid && `${name} (process ${pid})`;
}

async function findOnWindows(port: number): Promise<string | undefined> {
  const { stdout } = await run('netstat', ['-ano', '-p', 'TCP']);
  const pid = new RegExp(`:${port}\\s+\\S+\\s+LISTENING\\s+(\\d+)`).exec(stdout)?.[1];
  return pid && `process ${pid}`;
}
