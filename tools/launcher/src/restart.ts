import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openDataFolder } from './data-folder.ts';
import { Failure } from './failure.ts';
import { holderOf } from './lock.ts';
import { parseOptions } from './options.ts';
import { isAlive } from './process-identity.ts';
import { readRestart, writeRestart } from './restart-requests.ts';
import { topology } from './topology.ts';

const helpText = `Replaces services of the running shop, one after the other, without a failed request: npm run restart [-- service …]

  Each service's successor is ready before the service is asked to end. Without names: all of them. Linux only.

  TRADEWIND_DATA=folder  where the shop's data lives (.tradewind)`;

const LOOK_EVERY = 50;
/** A successor has 20 s to become ready, the old one 10 s to end. */
const LONGEST = 40_000;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean' } },
  });
  if (values.help) console.log(helpText);
  else await restart(positionals);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function restart(names: readonly string[]): Promise<void> {
  const known = topology.processes.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Failure(`There is no service ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  const { dataDirectory } = parseOptions([], process.env);
  const none = new Failure(`No shop runs on ${dataDirectory}. Start it first: npm start`);
  if (!existsSync(dataDirectory)) throw none;
  const { lockFile, restartFile: file } = openDataFolder(dataDirectory);
  const launcher = holderOf(lockFile)?.pid;
  if (launcher === undefined) throw none;
  const services = names.length > 0 ? names : known;
  const id = `${process.pid}-${Date.now()}`;
  writeRestart(file, { id, services, replaced: [] });
  process.kill(launcher, 'SIGUSR2');
  await follow(file, services, launcher);
}

async function follow(file: string, services: readonly string[], launcher: number): Promise<void> {
  let told = 0;
  let since = Date.now();
  while (told < services.length) {
    const request = readRestart(file);
    for (const name of request?.replaced.slice(told) ?? []) {
      console.log(`  ✓ ${name.padEnd(16)}${((Date.now() - since) / 1000).toFixed(1)} s`);
      since = Date.now();
      told += 1;
    }
    if (request?.failure) throw new Failure(`  ✗ ${services[told]}: ${request.failure}`);
    if (!isAlive(launcher)) throw new Failure('The shop was stopped.');
    if (Date.now() - since > LONGEST)
      throw new Failure(`${services[told]} takes longer than ${LONGEST / 1000} s.`);
    await wait(LOOK_EVERY);
  }
}
