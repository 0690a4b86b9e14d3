import { existsSync, statfsSync } from 'node:fs';
import { freemem, totalmem } from 'node:os';
import { join } from 'node:path';
import { repository } from '../paths.ts';
import { findPortHolder } from '../port-holder.ts';
import { isFree } from '../ports.ts';
import { findBinaries, packageName, program } from '../postgres/binaries.ts';
import { found, missing, type Check, type Finding } from './check.ts';
import { versionOf } from './version-of.ts';

const GIB = 1024 ** 3;
const onWindows = process.platform === 'win32';
const installedNode = join(repository, 'node_modules', '.bin', onWindows ? 'node.cmd' : 'node');
const version = /v?(\d+\.\d+\.\d+)/;

/** What `npm start` needs. */
export const needed = (port: number): Check[] => [
  {
    name: 'npm',
    neededFor: 'installing packages',
    remedy: 'comes with Node: https://nodejs.org',
    required: true,
    find: () => versionOf({ command: 'npm', args: ['--version'], pattern: version }),
  },
  {
    name: 'Node 24',
    neededFor: 'running everything',
    remedy: 'npm run setup',
    required: true,
    find: () => versionOf({ command: installedNode, args: ['--version'], pattern: version, atLeast: 24 }),
  },
  {
    name: 'Packages',
    neededFor: 'running everything',
    remedy: 'npm run setup',
    required: true,
    find: () =>
      existsSync(join(repository, 'node_modules', '.tradewind-setup')) ? found('installed') : missing(),
  },
  {
    name: 'PostgreSQL',
    neededFor: 'databases and the event log',
    remedy: `npm run setup installs ${packageName}; it needs glibc on Linux`,
    required: true,
    find: findPostgres,
  },
  {
    name: `Port ${port}`,
    neededFor: 'the shop',
    remedy: `stop what uses it, or PORT=${port + 10} npm start`,
    required: true,
    find: () => findPort(port),
  },
  {
    name: 'Disk',
    neededFor: 'data and logs',
    remedy: 'free 2 GiB',
    required: true,
    find: findDisk,
  },
  {
    name: 'Memory',
    neededFor: 'about 1 GiB for everything',
    remedy: 'close other programs',
    find: () => atLeast(freemem(), GIB, `${gib(freemem())} free of ${gib(totalmem())}`),
  },
];

async function findPostgres(): Promise<Finding> {
  try {
    const pattern = /(\d+\.\d+)/;
    return await versionOf({
      command: program(findBinaries(), 'postgres'),
      args: ['--version'],
      pattern,
      atLeast: 18,
    });
  } catch {
    return missing();
  }
}

async function findPort(port: number): Promise<Finding> {
  if (await isFree(port)) return found('free');
  return missing(`used by ${(await findPortHolder(port)) ?? 'another program'}`);
}

function findDisk(): Finding {
  const { bavail, bsize } = statfsSync(repository);
  return atLeast(bavail * bsize, 2 * GIB, `${gib(bavail * bsize)} free`);
}

const atLeast = (amount: number, limit: number, detail: string): Finding =>
  amount >= limit ? found(detail) : missing(detail);

const gib = (bytes: number): string => `${(bytes / GIB).toFixed(1)} GiB`;
