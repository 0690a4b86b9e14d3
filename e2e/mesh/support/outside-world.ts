import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { makeAuthority, type Authority } from './certificates.ts';
import { apply, kubectl, type Manifest } from './cluster.ts';
import { shipped } from './shipped.ts';

const egress = join(import.meta.dirname, '../../../deploy/istio/egress');
export const EGRESS = 'istio-egress';
const WORLD = 'outside-world';

/** The payment provider as deploy/istio/egress/lab has it: TLS, outside of the mesh, with a certificate that only its authority vouches for. */
export interface World {
  authority: Authority;
  /** Somebody else, whose certificates the provider does not have. */
  stranger: Authority;
}

/** The egress gateway stays afterwards: a cluster has it once. */
export async function startWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-world-'));
  try {
    const authority = await makeAuthority(folder, 'lab');
    const stranger = await makeAuthority(folder, 'stranger');
    const { certificate, key } = await authority.sign('api.psp.example');
    // One of a run that was broken off has another certificate.
    await stopWorld();
    await apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: WORLD } }]);
    const data = { 'tls.crt': certificate, 'tls.key': key };
    await apply([secret('provider-certificate', 'kubernetes.io/tls', data)], WORLD);
    await kubectl(['apply', '-k', egress]);
    await kubectl(['apply', '-f', join(egress, 'lab/provider.yaml')]);
    for (const [namespace, name] of [
      [WORLD, 'provider'],
      [EGRESS, 'egress-gateway'],
    ] as const)
      await kubectl(['-n', namespace, 'rollout', 'status', `deployment/${name}`, '--timeout=90s']);
    return { authority, stranger };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const stopWorld = (): Promise<string> => kubectl(['delete', 'namespace', WORLD, '--ignore-not-found']);

/** What the egress gateway trusts. */
export const trusts = (authority: Authority): Manifest =>
  secret('payment-provider-ca', 'Opaque', { 'ca.crt': authority.certificate });

/** The host that is registered, and where it is in the lab. */
export function registered(): Manifest {
  const [entry] = shipped('egress/service-entry.yaml');
  const patch = parse(readFileSync(join(egress, 'lab/where-it-is.yaml'), 'utf8')) as Manifest;
  return { ...entry!, spec: { ...entry!.spec, ...patch.spec } };
}

const secret = (
  name: string,
  type: string,
  stringData: Record<string, string>,
): Manifest & { type: string; stringData: Record<string, string> } => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name },
  type,
  stringData,
});
