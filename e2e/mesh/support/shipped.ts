import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  apply,
  kubectl,
  NAMESPACE,
  parseManifests,
  remove,
  tryKubectl,
  withoutState,
  type Manifest,
} from './cluster.ts';

const FOLDER = join(import.meta.dirname, '../../../deploy/istio');

/** The objects in a file of deploy/istio, with the identities of the namespace that is tested. @param file `security/migration/1-permissive.yaml` */
export const shipped = (file: string): Manifest[] =>
  parseManifests(
    readFileSync(join(FOLDER, file), 'utf8').replaceAll('/ns/tradewind/sa/', `/ns/${NAMESPACE}/sa/`),
  );

/** Has manifests in the cluster while something runs; what was there of the same name before is there again afterwards. */
export async function inPlace<Result>(
  manifests: readonly Manifest[],
  during: () => Promise<Result>,
  namespace = NAMESPACE,
): Promise<Result> {
  const before = await Promise.all(manifests.map((it) => find(it, namespace)));
  await apply(manifests, namespace);
  try {
    return await during();
  } finally {
    const added = manifests.filter((_, index) => !before[index]);
    if (added.length > 0) await remove(added, namespace);
    for (const manifest of before.filter((it) => it !== undefined))
      await kubectl(['replace', '-f', '-'], stringify(withoutState(manifest)));
  }
}

async function find(
  { kind, apiVersion, metadata }: Manifest,
  namespace: string,
): Promise<Manifest | undefined> {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  const what = `${kind}${group}/${metadata.name}`;
  const { code, output } = await tryKubectl([
    ...['-n', metadata.namespace ?? namespace, 'get', what, '-o', 'json', '--ignore-not-found'],
  ]);
  return code === 0 && output.trim() ? (JSON.parse(output) as Manifest) : undefined;
}
