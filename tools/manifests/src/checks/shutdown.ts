import type { Contract } from '../contract.ts';
import type { Manifest } from '../manifest.ts';
import { environmentOf, workloads } from '../read.ts';

/** A pod waits until callers know that it ends, drains, and is not killed before. */
export function shutdown(manifests: readonly Manifest[], { apps }: Contract): string[] {
  return workloads(manifests).flatMap(({ id, app, pod }) => {
    const declared = apps.get(app)?.settings.find(({ name }) => name === 'DRAIN_MS');
    if (!declared) return [];
    return pod.containers.flatMap((container) => {
      const given = environmentOf(container, manifests).get('DRAIN_MS');
      const drain = Number(given && 'literal' in given ? given.literal : declared.fallback) / 1_000;
      const wait = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
      const grace = pod.terminationGracePeriodSeconds ?? 30;
      return [
        ...(wait > 0 ? [] : [`${id}: does not wait before it stops`]),
        ...(grace > wait + drain ? [] : [`${id}: is killed after ${grace} s, it needs ${wait + drain} s`]),
      ];
    });
  });
}
