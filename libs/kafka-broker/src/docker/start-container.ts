import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokerSettings, CLUSTER_ID, type Listeners } from '../broker-settings.ts';
import { guard } from '../guard.ts';
import { KAFKA_VERSION } from '../version.ts';

/** Where the image keeps its data; a volume there outlives the container. */
const DATA = '/var/lib/kafka/data';
/** Says of a volume which directory it belongs to. */
const LABEL = 'org.tradewind.directory';

/** One container and one volume for each directory. */
export const containerName = (directory: string): string =>
  `tradewind-kafka-${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`;

/**
 * Runs the official image in the foreground: the child is its client, whose signals Docker passes on. A container that was
 * left behind by a killed client is removed first; the data is in the volume.
 */
export function startContainer(directory: string, listeners: Listeners, logFile: string): ChildProcess {
  const name = containerName(directory);
  removeContainer(name);
  const log = openSync(logFile, 'a');
  const child = spawn('docker', containerArguments(name, listeners), {
    stdio: ['ignore', log, log],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  closeSync(log);
  guard(child, name);
  return child;
}

/** Removes what is left of an earlier container; its data too when the directory is new, and the data of directories that are gone. */
export function prepareContainer(directory: string): void {
  const name = containerName(directory);
  removeContainer(name);
  const mark = join(directory, 'docker-volume');
  if (existsSync(mark)) return;
  removeOrphanedVolumes();
  spawnSync('docker', ['volume', 'rm', '--force', name], { stdio: 'ignore' });
  spawnSync('docker', ['volume', 'create', '--label', `${LABEL}=${directory}`, name], { stdio: 'ignore' });
  mkdirSync(directory, { recursive: true });
  writeFileSync(mark, `${name}\n`);
}

/** Who deletes a data folder, as tests do, cannot delete the volume beside it: the next start does. */
function removeOrphanedVolumes(): void {
  const format = `{{.Name}}\t{{.Label "${LABEL}"}}`;
  const list = ['volume', 'ls', '--filter', `label=${LABEL}`, '--format', format];
  const { stdout } = spawnSync('docker', list, { encoding: 'utf8' });
  const volumes = (stdout ?? '').trim().split('\n').filter(Boolean);
  for (const [name, directory] of volumes.map((line) => line.split('\t')))
    if (directory && !existsSync(directory))
      spawnSync('docker', ['volume', 'rm', name!], { stdio: 'ignore' });
}

function removeContainer(name: string): void {
  spawnSync('docker', ['rm', '--force', name], { stdio: 'ignore' });
}

/** The same port inside and outside: the broker also speaks to itself by the address that it tells others. */
export function containerArguments(name: string, listeners: Listeners): string[] {
  const { port } = listeners;
  const settings = {
    ...brokerSettings(listeners, DATA),
    listeners: `PLAINTEXT://:${port},CONTROLLER://:${listeners.controllerPort}`,
  };
  const environment = Object.entries(settings).flatMap(([key, value]) => [
    '--env',
    `${variable(key)}=${value}`,
  ]);
  const ports = ['--publish', `127.0.0.1:${port}:${port}`];
  return [
    ...['run', '--rm', '--name', name, '--volume', `${name}:${DATA}`],
    ...ports,
    ...['--env', `CLUSTER_ID=${CLUSTER_ID}`],
    ...environment,
    `apache/kafka:${KAFKA_VERSION}`,
  ];
}

/** The image's rule: `KAFKA_`, capitals, underscores for dots. */
const variable = (key: string): string => `KAFKA_${key.toUpperCase().replaceAll('.', '_')}`;
