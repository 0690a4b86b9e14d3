import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildImage, clusterImages, type Engine } from './engine.ts';
import { putIntoNode } from './images.ts';
import { kubectl, tryKubectl } from './kubectl.ts';
import { folders, nodePlaces, program, repository } from './places.ts';
import { Failure, run, until } from './run.ts';

const ISTIO_NAMESPACE = 'istio-system';

/** What the repository asks of every installation, and what the plain Envoy of the node lacks. */
const SHIPPED_VALUES = join(repository, 'deploy/istio/istiod-values.yaml');
const NODE_VALUES = join(import.meta.dirname, '../images/istiod-values.yaml');

export async function isIstioThere(): Promise<boolean> {
  return (await tryKubectl(['-n', ISTIO_NAMESPACE, 'get', 'deployment', 'istiod'])).code === 0;
}

/** Istio out of its own charts: kinds, the plugin that leads traffic to sidecars, and the control plane with its webhooks. */
export async function installIstio(engine: Engine): Promise<void> {
  const images = [clusterImages.pilot, clusterImages.proxy, clusterImages.cni];
  for (const image of images) await buildImage(engine, image);
  await putIntoNode(
    images.map(({ tag }) => tag),
    engine,
  );
  await apply(
    'namespace',
    await kubectl(['create', 'namespace', ISTIO_NAMESPACE, '--dry-run=client', '-o', 'yaml']),
  );
  // The kinds, and a validator that looks at every namespace: the control plane's own looks only at labelled objects.
  await apply('kinds', await chart('base', 'base', ['--set', 'defaultRevision=default']));
  const values = [SHIPPED_VALUES, NODE_VALUES]
    .filter((file) => existsSync(file))
    .flatMap((file) => ['-f', file]);
  await apply('plugin', await chart('istio-cni', 'istio-cni', ['-f', NODE_VALUES, ...pluginFolders]));
  await apply('control plane', await chart('istiod', 'istio-control/istio-discovery', values));
  await kubectl(['-n', ISTIO_NAMESPACE, 'rollout', 'status', 'daemonset/istio-cni-node', '--timeout=120s']);
  await kubectl(['-n', ISTIO_NAMESPACE, 'rollout', 'status', 'deployment/istiod', '--timeout=120s']);
  await until('the sidecar injector has its certificate', 60, hasCertificate);
}

const pluginFolders = [
  ...['--set', `cniBinDir=${nodePlaces.pluginPrograms}`, '--set', `cniConfDir=${nodePlaces.pluginSettings}`],
];

const chart = (name: string, path: string, options: readonly string[]): Promise<string> =>
  run(program.helm, [
    'template',
    name,
    join(folders.istio, 'charts', path),
    '-n',
    ISTIO_NAMESPACE,
    ...options,
  ]);

async function apply(what: string, manifests: string): Promise<void> {
  const { code, errors } = await tryKubectl(
    ['apply', '--server-side', '--force-conflicts', '-f', '-'],
    manifests,
  );
  if (code !== 0) throw new Failure(`Istio's ${what} could not be applied:\n${errors.trim().slice(-2_000)}`);
}

async function hasCertificate(): Promise<boolean> {
  const bundle = '{.webhooks[0].clientConfig.caBundle}';
  const { output } = await tryKubectl([
    'get',
    'mutatingwebhookconfiguration',
    'istio-sidecar-injector',
    '-o',
    `jsonpath=${bundle}`,
  ]);
  return output.length > 0;
}
