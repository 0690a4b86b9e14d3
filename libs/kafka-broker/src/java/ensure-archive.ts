import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { answers } from '../answers.ts';
import type { FindOptions } from '../find-source.ts';
import { freePorts } from '../free-ports.ts';
import { untilReady } from '../until-ready.ts';
import type { Java } from './find-java.ts';
import { prepareDirectory } from './format.ts';
import { classArchive, newClassArchive } from './java-command.ts';
import { startJava } from './start-java.ts';

/** Makes the archive of the classes that a broker loads, by starting one and ending it; once for each Java. */
export async function ensureArchive(java: Java, libraries: string, options: FindOptions): Promise<void> {
  const archive = classArchive({ java, libraries, directory: '' });
  if (existsSync(archive)) return;
  options.progress?.('preparing Kafka for faster starts (10 s, once)');
  const directory = await mkdtemp(`${libraries}.archive-`);
  try {
    await makeArchive({ java, libraries, directory, dump: true });
    await rename(newClassArchive(directory), archive);
  } catch (error) {
    options.progress?.(`Kafka starts slower: ${(error as Error).message.split('\n')[0]}`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function makeArchive(broker: Parameters<typeof startJava>[0]): Promise<void> {
  const [port, controllerPort] = await freePorts(2);
  await prepareDirectory(broker, { port: port!, controllerPort: controllerPort! });
  const logFile = join(broker.directory, 'server.log');
  const child = startJava(broker, logFile);
  await untilReady(child, () => answers(port!), logFile);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
