import { join } from 'node:path';
import { kubectl, tryKubectl } from '../kubectl.ts';
import { folders, nodePlaces } from '../places.ts';
import { Failure, tryRun, until } from '../run.ts';
import { API_PORT, CLUSTER_RANGE, NAMESPACE_FILE, NODE_ADDRESS, SERVICE_RANGE } from './addresses.ts';
import { certificate, kubeconfig, makeCertificates } from './certificates.ts';
import { isRunning, lastLines, startInNode } from './processes.ts';

const STORE = 'http://127.0.0.1:2379';
const ISSUER = 'https://kubernetes.default.svc';

const start = (name: string, ...args: string[]): void =>
  startInNode(name, join(folders.kubernetes, name), args);

/** etcd, API server, controllers and scheduler of Kubernetes, as programs. */
export async function startControlPlane(): Promise<void> {
  if (!isRunning('etcd')) await makeCertificates();
  await startStore();
  startApiServer();
  await until('the API server is ready', 90, async () => {
    if (!isRunning('kube-apiserver'))
      throw new Failure(`kube-apiserver has ended:\n${lastLines('kube-apiserver')}`);
    return (await tryKubectl(['get', '--raw', '/readyz'])).code === 0;
  });
  startControllers();
  const binding = [
    'clusterrolebinding',
    'tradewind-node-proxier',
    '--clusterrole=system:node-proxier',
    '--user=system:kube-proxy',
  ];
  const written = await kubectl(['create', ...binding, '--dry-run=client', '-o', 'yaml']);
  await kubectl(['apply', '-f', '-'], written);
}

async function startStore(): Promise<void> {
  const peers = 'http://127.0.0.1:2380';
  start(
    'etcd',
    ...['--data-dir', nodePlaces.etcd, '--listen-client-urls', STORE, '--advertise-client-urls', STORE],
    ...[
      '--listen-peer-urls',
      peers,
      '--initial-advertise-peer-urls',
      peers,
      '--initial-cluster',
      `default=${peers}`,
    ],
    // What is in it does not outlive the node.
    '--unsafe-no-fsync',
  );
  const ask = ['curl', '-fsS', `${STORE}/health`];
  await until(
    'etcd answers',
    30,
    async () => (await tryRun('nsenter', [`--net=${NAMESPACE_FILE}`, '--', ...ask])).code === 0,
  );
}

function startApiServer(): void {
  const keys = certificate('service-accounts.key');
  start(
    'kube-apiserver',
    ...[
      `--etcd-servers=${STORE}`,
      '--bind-address=0.0.0.0',
      `--advertise-address=${NODE_ADDRESS}`,
      `--secure-port=${API_PORT}`,
    ],
    ...[
      `--tls-cert-file=${certificate('apiserver.crt')}`,
      `--tls-private-key-file=${certificate('apiserver.key')}`,
    ],
    ...[
      `--client-ca-file=${certificate('ca.crt')}`,
      '--authorization-mode=Node,RBAC',
      '--enable-admission-plugins=NodeRestriction',
    ],
    `--kubelet-client-certificate=${certificate('kubelet-client.crt')}`,
    ...[
      `--kubelet-client-key=${certificate('kubelet-client.key')}`,
      '--kubelet-preferred-address-types=InternalIP',
    ],
    ...[
      `--service-account-issuer=${ISSUER}`,
      `--service-account-key-file=${keys}`,
      `--service-account-signing-key-file=${keys}`,
    ],
    ...[
      `--service-cluster-ip-range=${SERVICE_RANGE}`,
      '--allow-privileged=true',
      '--shutdown-delay-duration=0s',
    ],
  );
}

function startControllers(): void {
  const as = (client: 'controller-manager' | 'scheduler'): string[] =>
    ['kubeconfig', 'authentication-kubeconfig', 'authorization-kubeconfig'].map(
      (it) => `--${it}=${kubeconfig(client)}`,
    );
  const alone = ['--leader-elect=false', '--bind-address=127.0.0.1'];
  start(
    'kube-controller-manager',
    ...as('controller-manager'),
    `--service-account-private-key-file=${certificate('service-accounts.key')}`,
    ...[`--root-ca-file=${certificate('ca.crt')}`, `--cluster-signing-cert-file=${certificate('ca.crt')}`],
    ...[
      `--cluster-signing-key-file=${certificate('ca.key')}`,
      '--use-service-account-credentials',
      '--allocate-node-cidrs',
    ],
    ...[`--cluster-cidr=${CLUSTER_RANGE}`, `--service-cluster-ip-range=${SERVICE_RANGE}`, ...alone],
  );
  start('kube-scheduler', ...as('scheduler'), ...alone);
}
