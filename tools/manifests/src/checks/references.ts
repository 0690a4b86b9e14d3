import type { Manifest, PodSpec } from '../manifest.ts';
import { containersOf, names, workloads } from '../read.ts';

/** Names and keys of the Secrets that somebody has to make, from the table of the README. */
export type DocumentedSecrets = ReadonlyMap<string, ReadonlySet<string>>;

/** Every ConfigMap that is named is generated, every Secret that is named is documented, with its key. */
export function references(manifests: readonly Manifest[], documented: DocumentedSecrets): string[] {
  const maps = names(manifests, 'ConfigMap');
  return workloads(manifests).flatMap(({ id, pod }) => [
    ...configMapsOf(pod)
      .filter((name) => !maps.has(name))
      .map((name) => `${id}: there is no ConfigMap ${name}`),
    ...secretsOf(pod)
      .filter(({ name, key }) => !documented.get(name)?.has(key))
      .map(({ name, key }) => `${id}: Secret ${name} with the key ${key} is not documented`),
  ]);
}

function configMapsOf(pod: PodSpec): string[] {
  const containers = containersOf(pod);
  return [
    ...containers.flatMap(({ envFrom = [] }) => envFrom.map(({ configMapRef }) => configMapRef?.name)),
    ...containers.flatMap(({ env = [] }) => env.map(({ valueFrom }) => valueFrom?.configMapKeyRef?.name)),
    ...(pod.volumes ?? []).map(({ configMap }) => configMap?.name),
  ].filter((name) => name !== undefined);
}

export function secretsOf(pod: PodSpec): { name: string; key: string }[] {
  const containers = containersOf(pod);
  const whole = [
    ...containers.flatMap(({ envFrom = [] }) => envFrom.map(({ secretRef }) => secretRef?.name)),
    ...(pod.volumes ?? []).map(({ secret }) => secret?.secretName),
  ];
  return [
    ...containers.flatMap(({ env = [] }) => env.map(({ valueFrom }) => valueFrom?.secretKeyRef)),
    ...whole.map((name) => (name === undefined ? undefined : { name, key: '*' })),
  ].filter((it) => it !== undefined);
}

/** Rows of a table: Secrets in the first column, keys in the second, both in code marks. */
export function documentedSecrets(readme: string): DocumentedSecrets {
  const rows = readme.split('\n').flatMap((line) => {
    const [, first, second] = /^\|([^|]+)\|([^|]+)\|/.exec(line) ?? [];
    return first && second ? [{ secrets: codes(first), keys: codes(second) }] : [];
  });
  return new Map(rows.flatMap(({ secrets, keys }) => secrets.map((name) => [name, new Set(keys)])));
}

const codes = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
