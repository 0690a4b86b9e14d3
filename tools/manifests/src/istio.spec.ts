import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { findIstioSchemas } from './find-tools.ts';
import { createIstioReader } from './istio/read-strictly.ts';
import { parseManifests, type Manifest } from './manifest.ts';
import { istio } from './root.ts';

const files = globSync('**/*.yaml', { cwd: istio })
  .map((it) => it.replaceAll(sep, '/'))
  .filter((it) => !it.endsWith('kustomization.yaml') && it !== 'istiod-values.yaml');
const read = (file: string): string => readFileSync(join(istio, file), 'utf8');
const objects = (file: string): Manifest[] =>
  parseManifests(read(file)).filter((it) => it.kind !== undefined);
const schemas = findIstioSchemas();

describe('files of deploy/istio', () => {
  if ('missing' in schemas)
    it("fit Istio's own definitions", ({ task, skip }) => {
      Object.assign(task.meta, { skipReason: schemas.missing });
      skip(schemas.missing);
    });
  else {
    const findings = createIstioReader(schemas);
    it.each(files)("%s fits Istio's own definitions", (file) => {
      expect(findings(objects(file))).toEqual([]);
    });

    it('are found wanting when a field does not exist, has another type, or when the kind has no such version', () => {
      const broken = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: a }
spec: { hosts: [a], http: [{ timout: 1s, route: [{ weight: all, destination: { host: a } }] }] }
---
apiVersion: networking.istio.io/v2
kind: VirtualService
metadata: { name: b }
spec: {}
`;
      expect(findings(parseManifests(broken)).toSorted()).toEqual([
        'VirtualService/a/spec/http/0/route/0/weight: must be integer integer',
        'VirtualService/a/spec/http/0: must NOT have additional properties timout',
        'VirtualService/b: Istio has no networking.istio.io/v2 VirtualService',
      ]);
    });
  }

  it('are stable versions, but for what has none', () => {
    const versions = files.flatMap(objects).map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
    const unstable = versions.filter((it) => /\.istio\.io\/v1(alpha|beta)\d/.test(it));
    expect(unstable.filter((it) => it !== 'networking.istio.io/v1alpha3 EnvoyFilter')).toEqual([]);
  });

  it('are all named by the kustomization beside them, or by a README as one to be applied alone', () => {
    const kustomizations = globSync('**/kustomization.yaml', { cwd: istio });
    const named = kustomizations.flatMap((it) => {
      const { resources = [], patches = [] } = parse(read(it)) as {
        resources?: string[];
        patches?: { path: string }[];
      };
      return [...resources, ...patches.map(({ path }) => path)].map((name) =>
        join(dirname(it), name).replaceAll(sep, '/'),
      );
    });
    const texts = globSync('**/README.md', { cwd: istio });
    const described = (file: string): boolean =>
      texts.some((it) => {
        const folder = dirname(it) === '.' ? '' : `${dirname(it)}/`;
        return file.startsWith(folder.replaceAll(sep, '/')) && read(it).includes(file.split('/').at(-1)!);
      });
    expect(files.filter((it) => !named.includes(it) && !described(it))).toEqual([]);
  });
});
