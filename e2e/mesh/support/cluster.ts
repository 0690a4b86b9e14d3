import { kubectl, tryKubectl } from '@tradewind/cluster';
import { eventually as look } from '@tradewind/testing';
import { parseAllDocuments, stringify } from 'yaml';

export const NAMESPACE = process.env['TRADEWIND_NAMESPACE'] ?? 'tradewind-mesh';
export const HOST = 'shop.tradewind.example';

export { kubectl, tryKubectl };

/** Asks until it holds, at the pace of a cluster. @throws the last failure when it does not within so many milliseconds */
export const eventually = <Result>(
  ask: () => Promise<Result>,
  limit = 20_000,
  pause = 250,
): Promise<Result> => look(ask, { within: limit, every: pause });

export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec?: Record<string, unknown>;
  /** Of a Secret. */
  type?: string;
  data?: Record<string, string>;
  stringData?: Record<string, string>;
}

export const parseManifests = (text: string): Manifest[] =>
  parseAllDocuments(text)
    .map((it) => it.toJSON() as Manifest | null)
    .filter((it) => it !== null);

const written = (manifests: readonly object[]): string => manifests.map((it) => stringify(it)).join('---\n');

export const apply = (manifests: readonly object[], namespace = NAMESPACE): Promise<string> =>
  kubectl(['-n', namespace, 'apply', '-f', '-'], written(manifests));

export const remove = (manifests: readonly object[], namespace = NAMESPACE): Promise<string> =>
  kubectl(['-n', namespace, 'delete', '--ignore-not-found', '-f', '-'], written(manifests));

export async function get(kind: string, name: string, namespace = NAMESPACE): Promise<Manifest> {
  return JSON.parse(await kubectl(['-n', namespace, 'get', kind, name, '-o', 'json'])) as Manifest;
}

/** Of an app: those that are ready. */
export async function podsOf(app: string, namespace = NAMESPACE, more = ''): Promise<string[]> {
  const selector = `app.kubernetes.io/name=${app}${more}`;
  const names =
    '{range .items[?(@.status.phase=="Running")]}{.metadata.name} {.metadata.deletionTimestamp}{"\\n"}{end}';
  const lines = (
    await kubectl(['-n', namespace, 'get', 'pods', '-l', selector, '-o', `jsonpath=${names}`])
  ).split('\n');
  return lines
    .map((line) => line.trim().split(' '))
    .filter((it) => it.length === 1 && it[0])
    .map(([name]) => name!);
}

/**
 * Puts something in place of what is there, and afterwards back what was there.
 * @param change of a manifest that was applied; it is given a copy
 */
export async function changed<Result>(
  kind: string,
  name: string,
  change: (manifest: Manifest) => void,
  during: () => Promise<Result>,
  namespace = NAMESPACE,
): Promise<Result> {
  const before = await get(kind, name, namespace);
  const after = structuredClone(before);
  change(after);
  await kubectl(['replace', '-f', '-'], stringify(withoutState(after)));
  try {
    return await during();
  } finally {
    await kubectl(['replace', '-f', '-'], stringify(withoutState(before)));
  }
}

/** What the server adds would be compared with what it has. */
export function withoutState(manifest: Manifest): object {
  const {
    resourceVersion: _,
    uid: __,
    creationTimestamp: ___,
    generation: ____,
    managedFields: _____,
    ...metadata
  } = manifest.metadata as Record<string, unknown>;
  return { ...manifest, metadata, status: undefined };
}

/** Has manifests in the cluster while something runs. */
export async function applied<Result>(
  manifests: readonly object[],
  during: () => Promise<Result>,
  namespace = NAMESPACE,
): Promise<Result> {
  await apply(manifests, namespace);
  try {
    return await during();
  } finally {
    await remove(manifests, namespace);
  }
}
