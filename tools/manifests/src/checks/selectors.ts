import type { Labels, LabelSelector, Manifest } from '../manifest.ts';
import { idOf, ofKind, selects, workloads } from '../read.ts';

/** Workloads select the pods they make and no other's; a Service selects the pods of one program. */
export function selectors(manifests: readonly Manifest[]): string[] {
  const all = workloads(manifests);
  const own = all
    .filter(({ manifest }) => manifest.kind !== 'Job')
    .flatMap(({ id, manifest }) => {
      const selector = manifest.spec!.selector as LabelSelector;
      const selected = all.filter(({ labels }) => selects(selector, labels)).map((it) => it.id);
      const others = selected.filter((it) => it !== id);
      return [
        ...(selected.includes(id) ? [] : [`${id}: does not select its own pods`]),
        ...others.map((other) => `${id}: selects the pods of ${other}`),
      ];
    });
  const services = ofKind(manifests, 'Service').flatMap((service) => {
    const matchLabels = service.spec!.selector as Labels;
    const apps = new Set(all.filter(({ labels }) => selects({ matchLabels }, labels)).map(({ app }) => app));
    return apps.size === 1 ? [] : [`${idOf(service)}: selects the pods of ${apps.size} programs`];
  });
  return [...own, ...services];
}
