import { findWay, NoBrokerError } from '@tradewind/kafka-broker';
import { browser } from './browser.ts';
import { found, missing, type Check, type Finding } from './check.ts';
import { versionOf } from './version-of.ts';

const number = /(\d+(?:\.\d+)*)/;

async function findKafka(): Promise<Finding> {
  try {
    const way = await findWay();
    if (way.kind === 'given') return found(`brokers at ${way.brokers}`);
    return found(way.kind === 'docker' ? 'by Docker' : `on Java ${way.java.version}`);
  } catch (error) {
    return missing(error instanceof NoBrokerError ? error.line : String(error));
  }
}

/** What only some work needs. */
export const optional: Check[] = [
  browser,
  {
    name: 'Kafka',
    neededFor: 'npm start -- --bus kafka, and its tests',
    remedy: 'set KAFKA_BROKERS, or start Docker, or install Java 17 and Maven',
    find: findKafka,
  },
  {
    name: 'Java 17',
    neededFor: 'a Kafka broker without Docker',
    remedy: 'https://adoptium.net, or your package manager',
    find: () =>
      versionOf({ command: 'java', args: ['-version'], pattern: /version "(\d+[^"]*)"/, atLeast: 17 }),
  },
  {
    name: 'Maven',
    neededFor: 'getting that broker',
    remedy: 'https://maven.apache.org/install.html',
    find: () => versionOf({ command: 'mvn', args: ['--version'], pattern: /Apache Maven (\S+)/ }),
  },
  {
    name: 'Docker engine',
    neededFor: 'docker compose, or a Kafka broker',
    remedy: 'https://docs.docker.com/engine/install; is it running?',
    find: () =>
      versionOf({ command: 'docker', args: ['info', '--format', '{{.ServerVersion}}'], pattern: /^(\d\S+)/ }),
  },
  {
    name: 'Go',
    neededFor: 'building a cluster from source for the mesh tests',
    remedy: 'https://go.dev/dl',
    find: () => versionOf({ command: 'go', args: ['version'], pattern: /go(\d\S+)/ }),
  },
  {
    name: 'kubectl',
    neededFor: 'Kubernetes',
    remedy: 'https://kubernetes.io/docs/tasks/tools',
    find: () => versionOf({ command: 'kubectl', args: ['version', '--client'], pattern: number }),
  },
];
