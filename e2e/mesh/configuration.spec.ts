import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kubectl, NAMESPACE, parseManifests, tryKubectl, type Manifest } from './support/cluster.ts';
import { istioctl } from './support/istioctl.ts';

const shipped = join(import.meta.dirname, '../../deploy/istio');

describe('the configuration of the mesh', () => {
  it('has nothing that istioctl analyze would say', async () => {
    const messages = JSON.parse(await istioctl(['analyze', '-A', '-o', 'json'])) as {
      code: string;
      message: string;
      origin: string;
    }[];
    expect(messages.filter((it) => !isAccepted(it))).toEqual([]);
  });

  it('is refused by the API server when Istio would not take it', async () => {
    const bad = {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: 'bad', namespace: NAMESPACE },
      spec: { hosts: ['product'], http: [{ route: [{ destination: { host: 'product' }, weight: -5 }] }] },
    };
    const { code, errors } = await tryKubectl(['apply', '--dry-run=server', '-f', '-'], JSON.stringify(bad));
    expect(code).not.toBe(0);
    expect(errors).toContain('admission webhook');
    expect(errors).toContain('weight -5 < 0');
  });

  it('is taken by Istio in every file that is shipped, also where none is applied', async () => {
    const objects = shippedObjects();
    expect(objects.length).toBeGreaterThan(80);
    const { errors } = await tryKubectl(
      ['apply', '--dry-run=server', '--server-side', '--force-conflicts', '-f', '-'],
      written(objects),
    );
    expect(errors.split('\n').filter((line) => line !== '' && !line.startsWith('Warning:'))).toEqual([]);
  });

  it('was taken by every Envoy', async () => {
    const log = await kubectl(['-n', 'istio-system', 'logs', 'deployment/istiod', '--tail=-1']);
    expect(log.split('\n').filter((line) => line.includes('ACK ERROR'))).toEqual([]);
    const proxies = JSON.parse(await istioctl(['proxy-status', '-o', 'json'])) as { resources: object[] };
    expect(proxies.resources.length).toBeGreaterThan(10);
    expect(JSON.stringify(proxies)).not.toMatch(/"(STALE|ERROR)"/);
  });
});

/** Every object of Istio's in deploy/istio, as if it were for the shop's namespace: where it belongs need not exist. */
function shippedObjects(): Manifest[] {
  const files = readdirSync(shipped, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
  return files
    .filter((file) => !file.includes('broken'))
    .flatMap((file) => parseManifests(readFileSync(join(shipped, file), 'utf8')))
    .filter(({ apiVersion }) => typeof apiVersion === 'string' && apiVersion.includes('istio.io/'))
    .map((it) => ({ ...it, metadata: { ...it.metadata, namespace: NAMESPACE } }));
}

const written = (objects: readonly Manifest[]): string =>
  objects.map((it) => JSON.stringify(it)).join('\n---\n');

/** What is meant to be as it is, with its reason. */
const accepted: readonly { code: string; origin?: RegExp; reason: string }[] = [
  { code: 'IST0102', origin: /^Namespace default$/, reason: "the namespace is the cluster's own, and empty" },
];

const isAccepted = ({ code, origin }: { code: string; origin: string }): boolean =>
  accepted.some((it) => it.code === code && (it.origin?.test(origin) ?? true));
