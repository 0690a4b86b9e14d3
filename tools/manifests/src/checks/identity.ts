import type { Manifest } from '../manifest.ts';
import { ofKind, workloads } from '../read.ts';

/** Every workload has a service account that is its own and carries no token: the mesh knows it by that name. */
export function identity(manifests: readonly Manifest[]): string[] {
  const accounts = new Map(ofKind(manifests, 'ServiceAccount').map((it) => [it.metadata.name, it]));
  const all = workloads(manifests);
  return all.flatMap(({ id, app, pod }) => {
    const name = pod.serviceAccountName ?? 'default';
    const others = all.filter((it) => it.app !== app && it.pod.serviceAccountName === name);
    return [
      ...(accounts.has(name) ? [] : [`${id}: there is no ServiceAccount ${name}`]),
      ...others.map((other) => `${id}: shares its ServiceAccount with ${other.id}`),
      ...(pod.automountServiceAccountToken === false ? [] : [`${id}: is given a token for the API server`]),
    ];
  });
}
