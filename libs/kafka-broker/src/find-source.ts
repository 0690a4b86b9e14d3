import { findDocker } from './docker/find-docker.ts';
import { findJava, type Java } from './java/find-java.ts';
import { prepareJava } from './java/prepare-java.ts';
import { readBrokerSettings } from './kafka-broker.config.ts';
import { NoBrokerError } from './no-broker-error.ts';

/** Where a broker comes from. */
export type Source =
  | { kind: 'given'; brokers: string }
  | { kind: 'docker' }
  /** The real broker on this machine's Java, its libraries in `libraries`. */
  | { kind: 'java'; java: Java; libraries: string };

export interface FindOptions {
  /** Told what is under way: the libraries may need minutes on the first use. */
  progress?: (text: string) => void;
  environment?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

/**
 * Finds a way to a broker and makes it ready for use: `KAFKA_BROKERS`, else Docker, else Java and Maven.
 * @throws NoBrokerError when there is none
 */
export async function findSource(options: FindOptions = {}): Promise<Source> {
  const { brokers, cacheDirectory } = readBrokerSettings(options.environment);
  if (brokers) return { kind: 'given', brokers };
  if (await findDocker()) return { kind: 'docker' };
  const java = await findJava();
  if ('missing' in java)
    throw new NoBrokerError(['KAFKA_BROKERS is not set', 'no Docker engine answers', java.missing]);
  const libraries = await prepareJava(java, cacheDirectory, options);
  return { kind: 'java', java, libraries };
}
