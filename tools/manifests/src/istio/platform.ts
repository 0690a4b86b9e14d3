import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseManifests, type Manifest } from '../manifest.ts';
import { istio } from '../root.ts';

/** What is applied once per cluster, before any overlay: each folder's files with its namespace. */
export function readPlatform(): Manifest[] {
  return ['ingress', 'egress'].flatMap((folder) => {
    const [kustomization] = globSync('kustomization.yaml', { cwd: join(istio, folder) });
    if (kustomization === undefined) return [];
    const read = (file: string): string => readFileSync(join(istio, folder, file), 'utf8');
    const { namespace, resources } = parse(read(kustomization)) as { namespace: string; resources: string[] };
    return resources
      .flatMap((file) => parseManifests(read(file)))
      .map((it) => ({ ...it, metadata: { namespace, ...it.metadata } }));
  });
}
