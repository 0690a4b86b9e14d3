import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { provideForContext } from './context.ts';
import { findDoor, INGRESS } from './door.ts';
import { findEngine, type Engine } from './engine.ts';
import { buildShopImages, imagesIn, putIntoNode, render } from './images.ts';
import { installPrograms } from './install.ts';
import { installIstio, isIstioThere } from './istio.ts';
import { clusterArguments, kubectl, kubectlCommand, useContext } from './kubectl.ts';
import { checkMachine, isNodeRunning, removeNode, startNode } from './node/node.ts';
import type { ClusterOptions } from './options.ts';
import { nodePlaces, repository } from './places.ts';
import { Progress } from './progress.ts';
import { Failure } from './run.ts';
import { makeCertificate, makeSecrets } from './secrets.ts';
import {
  applyFolder,
  applyOverlay,
  HOSTS,
  makeNamespace,
  namespaceOf,
  restart,
  runningWorkloads,
  waitForPods,
  workloadsOf,
} from './shop.ts';

/** What a cluster has once, whatever shops are in it. */
const PLATFORM = ['deploy/istio/ingress', 'deploy/istio/egress', 'deploy/observability/kubernetes'].filter(
  (folder) => existsSync(join(repository, folder)),
);

const overlayFolder = (overlay: string): string => {
  const folder = `deploy/kubernetes/overlays/${overlay}`;
  if (!existsSync(join(repository, folder))) throw new Failure(`no such overlay: ${overlay}`);
  return folder;
};

/** From nothing to a shop that opens through the ingress gateway. */
export async function up({ context, overlay }: ClusterOptions): Promise<void> {
  const began = Date.now();
  const progress = new Progress();
  const folder = overlayFolder(overlay);
  const engine =
    context === undefined ? await prepareNode(progress) : await prepareContext(context, progress);
  const shop = await render(folder);
  const platform = await Promise.all(PLATFORM.map(render));
  const images = imagesIn([shop, ...platform].join('\n')).filter((name) => name !== 'auto');
  const changed = engine ? await provideImages(images, engine, progress) : [];
  if (context !== undefined)
    await progress.step('images', async () => provideForContext(context, await provider(), images), String);
  await progress.step('gateways and metrics', () => applyPlatform(platform));
  const namespace = namespaceOf(shop);
  await progress.step(`the overlay ${overlay}`, async () => {
    await makeNamespace(shop);
    await makeSecrets(namespace);
    const before = await runningWorkloads(namespace);
    await applyOverlay(shop, namespace);
    await restart(
      workloadsOf(shop, changed).filter((name) => before.has(name)),
      namespace,
    );
  });
  await progress.step('all of it ready', () => waitForPods(shop, namespace, progress));
  console.log(`\nThe shop is up after ${Math.round((Date.now() - began) / 1_000)} s.`);
  await status({ ...({ context, overlay } as ClusterOptions) });
}

async function prepareNode(progress: Progress): Promise<Engine> {
  await checkMachine();
  await progress.step('programs', () => installPrograms((text) => progress.say(text)));
  if (existsSync(nodePlaces.folder) && !isNodeRunning()) {
    progress.say('an earlier node was not taken down: what it has left is removed');
    await removeNode(progress);
  }
  const engine = await progress.step('Docker engine, base images', findEngine);
  await startNode(engine, progress);
  await progress.step('Istio', () => installIstio(engine));
  return engine;
}

async function prepareContext(context: string, progress: Progress): Promise<undefined> {
  useContext(context);
  await progress.step(`the cluster of ${context}`, () => kubectl(['version']));
  if (!(await isIstioThere()))
    throw new Failure(
      'The cluster has no Istio. Install it with the values of deploy/istio/istiod-values.yaml: helm install istiod istio/istiod -n istio-system -f deploy/istio/istiod-values.yaml',
    );
}

/** What the first node says of where it runs, in its labels and its name at the provider. */
const provider = (): Promise<string> =>
  kubectl(['get', 'nodes', '-o', 'jsonpath={.items[0].metadata.labels}{.items[0].spec.providerID}']);

async function provideImages(
  images: readonly string[],
  engine: Engine,
  progress: Progress,
): Promise<string[]> {
  await progress.step('images of the shop', () => buildShopImages(images, engine));
  return await progress.step(
    'images into the node',
    () => putIntoNode(images, engine),
    (changed) => `${changed.length} of ${images.length} new`,
  );
}

async function applyPlatform(rendered: readonly string[]): Promise<void> {
  for (const manifests of rendered) await makeNamespace(manifests);
  if (PLATFORM.includes('deploy/istio/ingress')) await makeCertificate(INGRESS, 'shop-certificate', HOSTS);
  for (const folder of PLATFORM) await applyFolder(folder);
}

/** What runs, and the way to it. */
export async function status({ context }: ClusterOptions): Promise<void> {
  if (context !== undefined) useContext(context);
  else if (!isNodeRunning()) return console.log('There is no node here: npm run cluster -- up makes one.');
  console.log(await kubectl(['get', 'pods', '-A']));
  if (context === undefined) console.log(`export KUBECONFIG=${nodePlaces.kubeconfig}`);
  const door = await findDoor();
  if (!door) return;
  const { hostname } = new URL(door.url);
  if (context === undefined)
    console.log(`curl -k --resolve ${hostname}:443:${door.address} ${door.url}/api/products`);
  console.log(
    `In a browser: npm run cluster -- forward${context === undefined ? '' : ` --context ${context}`}`,
  );
}

/** Until Ctrl-C. */
export async function forward({ context, port }: ClusterOptions): Promise<void> {
  if (context !== undefined) useContext(context);
  console.log(`https://shop.localhost:${port} (its certificate is the cluster's own); Ctrl-C ends it`);
  const command = ['-n', INGRESS, 'port-forward', 'service/ingress-gateway', `${port}:443`];
  const child = spawn(kubectlCommand(), [...clusterArguments(), ...command], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code) throw new Failure(`kubectl port-forward ended with ${code}`);
}

export async function down({ context, overlay }: ClusterOptions): Promise<void> {
  const progress = new Progress();
  if (context === undefined) return await removeNode(progress);
  useContext(context);
  for (const folder of [overlayFolder(overlay), ...PLATFORM])
    await progress.step(folder, () =>
      kubectl(['delete', '-k', join(repository, folder), '--ignore-not-found']),
    );
}
