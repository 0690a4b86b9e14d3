import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topology } from '@tradewind/launcher';
import { beforeEach, describe, expect, it } from 'vitest';
import { readCompose, type ComposeFile, type ComposeService } from './compose-file.ts';
import { readDeclaredSettings } from './declared-settings.ts';
import { repository } from './repository.ts';
import { exposed } from './rules/exposed.ts';
import { unguarded } from './rules/guarded.ts';
import { stagesOf, unwatched } from './rules/health.ts';
import { writtenSecrets } from './rules/secrets.ts';
import { wrongSettings } from './rules/settings.ts';
import { misnamed, misplaced } from './rules/topology.ts';

const read = (file: string): string => readFileSync(join(repository, file), 'utf8');
const stages = stagesOf(read('deploy/docker/Dockerfile'));
const { services: directory } = JSON.parse(read('deploy/docker/services.json')) as {
  services: { name: string; adminUrl: string | null }[];
};
const declared = await readDeclaredSettings();

/** Every rule, and how a good file is broken so that it says something. */
const rules: {
  what: string;
  check: (file: ComposeFile) => string[];
  breaks: [change: (services: Record<string, ComposeService>) => unknown, finding: string][];
}[] = [
  {
    what: 'has every app of the topology, with its peers and its database',
    check: (file) => misplaced(file, topology),
    breaks: [
      [(it) => delete it['cart'], 'cart is missing'],
      [
        (it) => (it['order']!.environment!['CART_ADDRESS'] = 'product:9090'),
        'order has another address for cart: product:9090',
      ],
      [(it) => delete it['order']!.depends_on!['payment'], 'order does not wait for payment'],
      [
        (it) => (it['cart']!.environment!['DATABASE_URL'] = 'postgres://postgres/order'),
        'cart is not given its database',
      ],
      [(it) => (it['cart']!.build = { target: 'order' }), 'cart is not built from its target'],
    ],
  },
  {
    what: 'gives every app the settings that it needs, and no other',
    check: (file) => wrongSettings(file, declared),
    breaks: [
      [(it) => delete it['order']!.environment!['CART_ADDRESS'], 'order needs CART_ADDRESS'],
      [(it) => delete it['order']!.environment!['KAFKA_BROKERS'], 'order needs KAFKA_BROKERS'],
      [(it) => (it['gateway']!.environment!['CART_ADRESS'] = 'x'), 'gateway does not read CART_ADRESS'],
    ],
  },
  {
    what: 'leaves no container a right that it does not need',
    check: unguarded,
    breaks: [
      [(it) => delete it['kafka']!.read_only, 'kafka may write to its own files (read_only)'],
      [(it) => delete it['seed']!.cap_drop, 'seed keeps capabilities (cap_drop)'],
      [(it) => delete it['order']!.security_opt, 'order may gain rights (security_opt)'],
      [(it) => delete it['order']!.mem_limit, 'order has no limit of memory (mem_limit)'],
      [(it) => delete it['order']!.pids_limit, 'order has no limit of processes (pids_limit)'],
    ],
  },
  {
    what: 'is reached at the gateway only, from this machine only',
    check: exposed,
    breaks: [
      [(it) => (it['gateway']!.ports = ['8080:8080']), 'gateway listens to everybody: 8080:8080'],
      [(it) => (it['postgres']!.ports = ['127.0.0.1:5432:5432']), 'postgres publishes a port'],
      [(it) => delete it['kafka']!.networks, 'kafka is on the default network'],
      [(it) => it['order']!.networks!.push('edge'), 'order is on edge, which leads out'],
    ],
  },
  {
    what: 'has no secret in it',
    check: writtenSecrets,
    breaks: [
      [
        (it) => (it['gateway']!.environment!['SESSION_SECRET'] = '${SESSION_SECRET:-sixteen-letters!}'),
        'gateway: SESSION_SECRET must come from the environment, without a default',
      ],
      [
        (it) => (it['cart']!.environment!['DATABASE_URL'] = 'postgres://cart:cart@postgres/cart'),
        'cart: DATABASE_URL must come from the environment, without a default',
      ],
    ],
  },
  {
    what: 'asks everything that runs on whether it is well, and builds what there is',
    check: (file) => unwatched(file, stages),
    breaks: [
      [(it) => delete it['kafka']!.healthcheck, 'kafka has no health check'],
      [(it) => (it['seed']!.restart = 'always'), 'seed has no health check'],
      [(it) => (it['cart']!.build = { target: 'basket' }), 'cart: the Dockerfile has no target basket'],
    ],
  },
  {
    what: 'tells the control room of every process',
    check: (file) =>
      misnamed(
        directory.filter(({ name }) => !(name in topology) && known(file, name)),
        topology,
      ),
    breaks: [[(it) => delete it['cart'], 'the control room does not know cart']],
  },
];

/** The list names servers as the launcher does. */
const known = ({ services }: ComposeFile, name: string): boolean =>
  (name === 'postgresql' ? 'postgres' : name) in services;

describe('docker-compose.yml', () => {
  let file: ComposeFile;
  beforeEach(() => {
    // Parsed anew without shared anchors: a change of one service must not change another.
    file = JSON.parse(JSON.stringify(readCompose())) as ComposeFile;
  });

  describe.each(rules)('$what', ({ check, breaks }) => {
    it('holds', () => expect(check(file)).toEqual([]));

    it.each(breaks)('else it is said: %#', (change, finding) => {
      change(file.services);
      expect(check(file)).toContain(finding);
    });
  });
});

describe('docker-compose.observability.yml', () => {
  const { services } = readCompose('docker-compose.observability.yml');
  const added = Object.fromEntries(Object.entries(services).filter(([, { image }]) => image));

  it('sends the traces of every app to the collector', () => {
    const url = 'http://collector:4318/v1/traces';
    const sending = Object.entries(services).filter(([, it]) => it.environment?.['TRACES_URL'] === url);
    expect(sending.map(([name]) => name).sort()).toEqual(topology.processes.map(({ name }) => name).sort());
  });

  it('leaves no container a right that it does not need, and has no secret in it', () => {
    expect([
      ...unguarded({ services: added, networks: {} }),
      ...writtenSecrets({ services: added, networks: {} }),
    ]).toEqual([]);
  });

  it('shows its pages to this machine only', () => {
    const ports = Object.values(added).flatMap((it) => it.ports ?? []);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('has Prometheus ask every app', () => {
    const text = read('deploy/observability/prometheus.yml');
    const asked = [...text.matchAll(/- ([\w-]+):9100/g)].map(([, name]) => name);
    expect(asked.sort()).toEqual(topology.processes.map(({ name }) => name).sort());
  });
});
