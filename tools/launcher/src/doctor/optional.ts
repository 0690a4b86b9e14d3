import { browser } from './browser.ts';
import type { Check } from './check.ts';
import { versionOf } from './version-of.ts';

const number = /(\d+(?:\.\d+)*)/;

/** What only some work needs. */
export const optional: Check[] = [
  browser,
  {
    name: 'Java 17',
    neededFor: 'tests against a real Kafka',
    remedy: 'https://adoptium.net, or your package manager',
    find: () =>
      versionOf({ command: 'java', args: ['-version'], pattern: /version "(\d+[^"]*)"/, atLeast: 17 }),
  },
  {
    name: 'Maven',
    neededFor: 'getting Kafka without Docker',
    remedy: 'https://maven.apache.org/install.html',
    find: () => versionOf({ command: 'mvn', args: ['--version'], pattern: /Apache Maven (\S+)/ }),
  },
  {
    name: 'Docker engine',
    neededFor: 'docker compose',
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
