import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folders, nodePlaces, repository } from './places.ts';
import { run } from './run.ts';

/** Variables that lead docker to its engine. */
export type Engine = Record<string, string>;

/** The engine that answers, or one that is started; with the base images that cannot be pulled. */
export async function findEngine(): Promise<Engine> {
  const said = await run(join(repository, 'tools/containers/engine.sh'), [nodePlaces.engine]);
  const pairs = [...said.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]);
  const engine = Object.fromEntries(pairs) as Engine;
  await run(join(repository, 'tools/containers/stand-ins.sh'), ['--observability'], { environment: engine });
  return engine;
}

const images = join(import.meta.dirname, '../images');

/** An image of the cluster's own, out of its Dockerfile and programs that were built. */
export async function buildImage(
  engine: Engine,
  { folder, tag, programs }: { folder: string; tag: string; programs: readonly string[] },
): Promise<void> {
  const context = mkdtempSync(join(tmpdir(), 'tradewind-image-'));
  try {
    cpSync(join(images, folder), context, { recursive: true });
    for (const file of programs) copyFileSync(file, join(context, file.split('/').at(-1)!));
    if (folder === 'pause') {
      const source = join(context, 'pause.c');
      await run('gcc', ['-static', '-Os', '-s', '-o', join(context, 'pause'), source]);
    }
    await run('docker', ['build', '-q', '--network', 'host', '-t', tag, context], { environment: engine });
  } finally {
    rmSync(context, { recursive: true });
  }
}

const istio = (name: string): string => join(folders.istio, name);

/** What stands in for images of Kubernetes and Istio; their names are those that the cluster asks for. */
export const clusterImages = {
  pause: { folder: 'pause', tag: 'localhost/pause:1', programs: [] },
  coredns: {
    folder: 'coredns',
    tag: 'localhost/coredns:tradewind',
    programs: [join(folders.coredns, 'coredns')],
  },
  pilot: { folder: 'pilot', tag: 'localhost/istio/pilot:tradewind', programs: [istio('pilot-discovery')] },
  proxy: {
    folder: 'proxyv2',
    tag: 'localhost/istio/proxyv2:tradewind',
    programs: [istio('pilot-agent'), istio('envoy_bootstrap_tmpl.json'), join(folders.envoy, 'envoy')],
  },
  cni: {
    folder: 'install-cni',
    tag: 'localhost/istio/install-cni:tradewind',
    programs: [istio('istio-cni'), istio('install-cni')],
  },
} as const;
