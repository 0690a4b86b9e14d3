import type { Contract } from '../contract.ts';
import type { Manifest } from '../manifest.ts';
import { containersOf, workloads } from '../read.ts';

const OTHERS = ['tradewind/migrate', 'tradewind/seed', 'postgres', 'apache/kafka'];

/** Every image is one that is built here or named here, and has a tag that stays what it is. */
export function images(manifests: readonly Manifest[], { apps }: Contract): string[] {
  const known = new Set([...OTHERS, ...[...apps.keys()].map((app) => `tradewind/${app}`)]);
  return workloads(manifests).flatMap(({ id, app, pod }) =>
    containersOf(pod).flatMap(({ image }) => {
      const [, name = image, tag = ''] = /^(.+?)(?::([^:/]+))?$/.exec(image) ?? [];
      return [
        ...(known.has(name) ? [] : [`${id}: image ${name} is not known`]),
        ...(tag === '' || tag === 'latest' ? [`${id}: image ${image} has no lasting tag`] : []),
        ...(apps.has(app) && known.has(name) && name !== `tradewind/${app}`
          ? [`${id}: image ${name} is another app's`]
          : []),
      ];
    }),
  );
}
