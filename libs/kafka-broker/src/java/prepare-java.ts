import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FindOptions } from '../find-source.ts';
import { runProgram } from '../run-program.ts';
import { KAFKA_VERSION, LOG4J_VERSION } from '../version.ts';
import { ensureArchive } from './ensure-archive.ts';
import type { Java } from './find-java.ts';

const MAVEN_LIMIT = 15 * 60_000;
const REMIND_EVERY = 10_000;

/**
 * Makes the broker ready to start: its libraries, and the archive of its classes.
 * @returns the folder with the libraries
 */
export async function prepareJava(java: Java, cache: string, options: FindOptions): Promise<string> {
  const libraries = await getLibraries(cache, options);
  await ensureArchive(java, libraries, options);
  return libraries;
}

/**
 * Gets the broker's libraries from Maven Central (43 MB), once for this machine. The folder appears only when it is complete.
 * @returns the folder
 */
async function getLibraries(cache: string, options: FindOptions): Promise<string> {
  const folder = join(cache, `kafka-${KAFKA_VERSION}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(`${folder}.part-`);
  try {
    await download(unfinished, options);
    await rename(join(unfinished, 'libs'), folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // else another process was faster
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function download(folder: string, { progress = () => {}, signal }: FindOptions): Promise<void> {
  await writeFile(join(folder, 'pom.xml'), POM);
  const began = Date.now();
  progress(`getting Kafka ${KAFKA_VERSION} from Maven Central (43 MB, once)`);
  const reminder = setInterval(() => {
    progress(
      `still getting Kafka ${KAFKA_VERSION} from Maven Central, ${Math.round((Date.now() - began) / 1000)} s`,
    );
  }, REMIND_EVERY);
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${join(folder, 'libs')}`];
  const args = ['-B', '-ntp', '-q', '-f', join(folder, 'pom.xml'), ...goal];
  const { code, output } = await runProgram('mvn', args, { limit: MAVEN_LIMIT, signal }).finally(() =>
    clearInterval(reminder),
  );
  signal?.throwIfAborted();
  if (code !== 0)
    throw new Error(`Maven could not get Kafka ${KAFKA_VERSION}:\n${output.trim().slice(-2_000)}`);
}

const dependency = (group: string, artifact: string, version: string): string =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>tradewind</groupId><artifactId>kafka-broker</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    ${dependency('org.apache.kafka', 'kafka_2.13', KAFKA_VERSION)}
    ${dependency('org.apache.logging.log4j', 'log4j-slf4j-impl', LOG4J_VERSION)}
  </dependencies>
</project>
`;
