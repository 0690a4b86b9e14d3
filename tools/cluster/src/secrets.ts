import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { topology } from '@tradewind/launcher';
import { kubectl, tryKubectl } from './kubectl.ts';
import { run } from './run.ts';

const random = (): string => randomBytes(24).toString('hex');

/** Makes the Secrets that the README of deploy/kubernetes lists, with values nobody knows. Those that are there stay. */
export async function makeSecrets(namespace: string): Promise<void> {
  const urlOf = (role: string, password: string): string =>
    `postgres://${role}:${password}@postgres:5432/${role}`;
  const owners = topology.processes.filter(({ database }) => database !== undefined);
  for (const { name, database } of owners)
    await make(namespace, `${name}-database`, { url: urlOf(database!, random()) });
  await make(namespace, 'gateway-session', { secret: random() });
  await make(namespace, 'psp-webhook', { secret: random() });
  const password = random();
  await make(namespace, 'postgres-admin', { password, url: urlOf('postgres', password) });
}

/** The pairs go through standard input: arguments can be read by everybody on the machine. */
async function make(namespace: string, name: string, values: Record<string, string>): Promise<void> {
  if ((await tryKubectl(['-n', namespace, 'get', 'secret', name])).code === 0) return;
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, stringData: values };
  await kubectl(['create', '-f', '-'], JSON.stringify(secret));
}

/** A certificate for the shop's hosts that nobody vouches for. A real one comes from cert-manager or the like. */
export async function makeCertificate(
  namespace: string,
  name: string,
  hosts: readonly string[],
): Promise<void> {
  if ((await tryKubectl(['-n', namespace, 'get', 'secret', name])).code === 0) return;
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-certificate-'));
  try {
    const names = hosts.map((host) => `DNS:${host}`).join(',');
    await run(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '90', '-subj', `/CN=${hosts[0]}`],
        ...['-addext', `subjectAltName=${names}`, '-keyout', 'key.pem', '-out', 'certificate.pem'],
      ],
      { cwd: folder },
    );
    const files = [`--cert=${folder}/certificate.pem`, `--key=${folder}/key.pem`];
    await kubectl(['-n', namespace, 'create', 'secret', 'tls', name, ...files]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
