import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEngine, type Engine } from './engine.ts';
import { kubectl } from './kubectl.ts';
import { loadImages } from './node/runtime.ts';
import { nodePlaces, repository } from './places.ts';
import { run, tryRun } from './run.ts';

const VERSION = '0.1.0';
const OURS = 'tradewind/';

/** The images that these manifests name. */
export const imagesIn = (manifests: string): string[] => [
  ...new Set([...manifests.matchAll(/^\s*(?:- )?image: ['"]?([^\s'"]+)/gm)].map(([, image]) => image!)),
];

/** The shop's own images, one target of the Dockerfile each; what was built before is not built again. */
export async function buildShopImages(images: readonly string[], engine: Engine): Promise<void> {
  for (const image of images.filter((name) => name.startsWith(OURS))) {
    const target = image.slice(OURS.length).split(':')[0]!;
    const labels = ['--build-arg', `VERSION=${VERSION}`, '--target', target, '-t', image];
    await run('docker', ['build', '-q', '-f', 'deploy/docker/Dockerfile', ...labels, '.'], {
      cwd: repository,
      environment: { ...engine, DOCKER_BUILDKIT: '1' },
    });
  }
}

const recordFile = join(nodePlaces.folder, 'images.json');

/** Puts images into the node; those that it has already, in the same state, are left out. @returns those that were loaded */
export async function putIntoNode(images: readonly string[], engine: Engine): Promise<string[]> {
  const record = existsSync(recordFile)
    ? (JSON.parse(readFileSync(recordFile, 'utf8')) as Record<string, string>)
    : {};
  const found = await Promise.all(images.map(async (image) => [image, await idOf(image, engine)] as const));
  const changed = found.filter(([image, id]) => id !== undefined && record[image] !== id);
  if (changed.length > 0)
    await loadImages(
      changed.map(([image]) => image),
      engine,
    );
  writeFileSync(recordFile, JSON.stringify({ ...record, ...Object.fromEntries(changed) }));
  return changed.map(([image]) => image);
}

async function idOf(image: string, engine: Engine): Promise<string | undefined> {
  const { code, output } = await tryRun('docker', ['image', 'inspect', '-f', '{{.Id}}', image], {
    environment: engine,
  });
  return code === 0 ? output.trim() : undefined;
}

/** What would be applied. @param folder a kustomization, from the repository's root */
export const render = (folder: string): Promise<string> => kubectl(['kustomize', join(repository, folder)]);

/** Images that the engine of this machine has, into its node. */
export async function loadIntoNode(images: readonly string[]): Promise<void> {
  await putIntoNode(images, await findEngine());
}
