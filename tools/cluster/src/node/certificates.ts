import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePlaces, program } from '../places.ts';
import { run } from '../run.ts';
import { API_PORT, API_SERVICE, NODE_ADDRESS } from './addresses.ts';

const SERVICE = 'kubernetes.default.svc';
const names = [
  `IP:${NODE_ADDRESS}`,
  'IP:127.0.0.1',
  `IP:${API_SERVICE}`,
  'DNS:kubernetes',
  'DNS:kubernetes.default',
  `DNS:${SERVICE}`,
  `DNS:${SERVICE}.cluster.local`,
];

/** Who may call the API server, and as whom: Kubernetes takes the user from CN and the groups from O. */
const clients = {
  admin: '/O=system:masters/CN=admin',
  'kubelet-client': '/O=system:masters/CN=apiserver-kubelet',
  'controller-manager': '/CN=system:kube-controller-manager',
  scheduler: '/CN=system:kube-scheduler',
  proxy: '/CN=system:kube-proxy',
  kubelet: '/O=system:nodes/CN=system:node:node1',
};

export const certificate = (name: string): string => join(nodePlaces.certificates, name);
export const kubeconfig = (client: keyof typeof clients): string =>
  join(nodePlaces.kubeconfigs, `${client}.conf`);

/** An authority of the cluster's own, a certificate for each of its parts, and a kubeconfig for each that is a client. */
export async function makeCertificates(): Promise<void> {
  const { certificates, kubeconfigs } = nodePlaces;
  for (const folder of [certificates, kubeconfigs]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = [
    '-x509',
    '-days',
    '365',
    '-subj',
    '/CN=tradewind',
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
  ];
  await openssl('req', '-newkey', 'rsa:2048', '-nodes', ...authority);
  await leaf('apiserver', '/CN=kube-apiserver', `subjectAltName=${names.join(',')}`);
  for (const [name, subject] of Object.entries(clients))
    await leaf(name, subject, 'extendedKeyUsage=clientAuth');
  await openssl('genrsa', '-out', 'service-accounts.key', '2048');
  for (const name of Object.keys(clients)) await writeKubeconfig(name as keyof typeof clients);
}

const openssl = (...args: string[]): Promise<string> =>
  run('openssl', args, { cwd: nodePlaces.certificates });

async function leaf(name: string, subject: string, extension: string): Promise<void> {
  await openssl(
    ...['req', '-newkey', 'rsa:2048', '-nodes', '-subj', subject],
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.csr`,
  );
  writeFileSync(certificate(`${name}.extension`), extension);
  const authority = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'];
  await openssl(
    ...[
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...authority,
      '-days',
      '365',
      '-out',
      `${name}.crt`,
      '-extfile',
      `${name}.extension`,
    ],
  );
}

async function writeKubeconfig(client: keyof typeof clients): Promise<void> {
  const config = (...args: string[]): Promise<string> =>
    run(program.kubectl, ['config', '--kubeconfig', kubeconfig(client), ...args], {
      cwd: nodePlaces.certificates,
    });
  const server = `--server=https://${NODE_ADDRESS}:${API_PORT}`;
  await config('set-cluster', 'tradewind', server, '--certificate-authority=ca.crt', '--embed-certs');
  const own = [`--client-certificate=${client}.crt`, `--client-key=${client}.key`];
  await config('set-credentials', client, ...own, '--embed-certs');
  await config('set-context', 'tradewind', '--cluster=tradewind', `--user=${client}`);
  await config('use-context', 'tradewind');
}
