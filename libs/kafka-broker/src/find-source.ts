import { answers } from './answers.ts';
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

/** A way to a broker that is there; nothing has been made ready yet. */
export type Way = { kind: 'given'; brokers: string } | { kind: 'docker' } | { kind: 'java'; java: Java };

/**
 * Finds a way to a broker: `KAFKA_BROKERS`, else Docker, else Java and Maven.
 * @throws NoBrokerError when there is none, or the given brokers do not answer
 */
export async function findWay(environment?: NodeJS.ProcessEnv): Promise<Way> {
  const { brokers } = readBrokerSettings(environment);
  if (brokers && (await someAnswer(brokers))) return { kind: 'given', brokers };
  if (brokers) throw new NoBrokerError([`no broker answers at KAFKA_BROKERS=${brokers}`]);
  if (await findDocker()) return { kind: 'docker' };
  const java = await findJava();
  if (!('missing' in java)) return { kind: 'java', java };
  throw new NoBrokerError(['KAFKA_BROKERS is not set', 'no Docker engine answers', java.missing]);
}

/** Finds a way and makes it ready for use. @throws NoBrokerError when there is none */
export async function findSource(options: FindOptions = {}): Promise<Source> {
  const way = await findWay(options.environment);
  if (way.kind !== 'java') return way;
  const { cacheDirectory } = readBrokerSettings(options.environment);
  return { ...way, libraries: await prepareJava(way.java, cacheDirectory, options) };
}

async function someAnswer(brokers: string): Promise<boolean> {
  const asked = brokers.split(',').map((broker) => {
    const [, host, port] = /^(.+):(\d+)$/.exec(broker) ?? [];
    return host !== undefined && answers(Number(port), host);
  });
  return (await Promise.all(asked)).includes(true);
}
