import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findIstioSchemas } from './find-tools.ts';
import { patched, type Operation } from './istio/json-patch.ts';
import type { HttpRoute, VirtualService } from './istio/objects.ts';
import { createIstioReader } from './istio/read-strictly.ts';
import { parseManifests, type Manifest } from './manifest.ts';
import { istio } from './root.ts';

const filesOf = (pattern: string): string[] =>
  globSync(pattern, { cwd: istio }).map((it) => it.replaceAll(sep, '/'));
const read = (file: string): string => readFileSync(join(istio, file), 'utf8');
const traffic = filesOf('traffic/*.yaml').flatMap((file) => parseManifests(read(file)));
const object = (kind: string, name: string): Manifest =>
  traffic.find((it) => it.kind === kind && it.metadata.name === name)!;
const routes = (it: Manifest): HttpRoute[] => (it.spec as unknown as VirtualService).http!;

/** What each file is a patch of. */
const targets: [pattern: string, kind: string, name: string][] = [
  ['canary/steps/*.yaml', 'VirtualService', 'product'],
  ['canary/mirror/patch.yaml', 'VirtualService', 'product'],
  ['canary/sticky/patch.yaml', 'VirtualService', 'shop'],
  ['blue-green/*.yaml', 'DestinationRule', 'gateway'],
  ['faults/payment-*.yaml', 'VirtualService', 'payment'],
  ['faults/product-*.yaml', 'VirtualService', 'product'],
  ['faults/recommendation-*.yaml', 'VirtualService', 'recommendation'],
  ['limits/payment-*.yaml', 'DestinationRule', 'payment'],
  ['limits/cart-*.yaml', 'DestinationRule', 'cart'],
  ['locality/distribute.yaml', 'DestinationRule', 'recommendation'],
  ...['inventory', 'product', 'cart', 'order', 'payment'].map((name): [string, string, string] => [
    'multi-cluster/failover/regions.yaml',
    'DestinationRule',
    name,
  ]),
];
const patches = targets.flatMap(([pattern, kind, name]) =>
  filesOf(pattern).map((file) => ({ file, kind, name })),
);
const apply = ({ file, kind, name }: (typeof patches)[number]): Manifest =>
  patched(object(kind, name), parse(read(file)) as Operation[]);
const schemas = findIstioSchemas();

describe('patches of deploy/istio', () => {
  it.each(patches)('$file fits $kind $name, and so does what comes of it', (patch) => {
    const result = apply(patch);
    // Ways back lead to what is there.
    const isBack = /steps\/0|to-blue/.test(patch.file);
    expect(isDeepStrictEqual(result, object(patch.kind, patch.name))).toBe(isBack);
    if (!('missing' in schemas)) expect(createIstioReader(schemas)([result])).toEqual([]);
  });

  it('are all tried here', () => {
    const lists = filesOf('**/*.yaml').filter((file) => Array.isArray(parse(read(file).split('\n---')[0]!)));
    const known = [...patches.map(({ file }) => file), 'canary/mirror/remove.yaml', 'faults/remove.yaml'];
    expect(
      lists.filter((file) => !known.includes(file) && !/^multi-cluster\/(east|west)\//.test(file)),
    ).toEqual([]);
  });

  it('move weights that are a hundred together, and nothing else', () => {
    for (const share of [0, 10, 30, 50, 80, 100]) {
      const result = apply({ file: `canary/steps/${share}.yaml`, kind: 'VirtualService', name: 'product' });
      const canary = routes(result).at(-1)!;
      expect(canary.route!.map(({ weight }) => weight)).toEqual([100 - share, share]);
    }
  });

  it('put a lab before all that is there, for testers only where the name says so', () => {
    for (const patch of patches.filter(({ file }) => file.startsWith('faults/'))) {
      const [lab, ...rest] = routes(apply(patch));
      expect(rest).toEqual(routes(object(patch.kind, patch.name)));
      const testers = lab!.match!.every(({ headers }) => headers?.['x-lab']?.exact === 'fault');
      expect({ file: patch.file, testers }).toEqual({
        file: patch.file,
        testers: patch.file.includes('-for-testers'),
      });
      const back = patched(apply(patch), parse(read('faults/remove.yaml')) as Operation[]);
      expect(back).toEqual(object(patch.kind, patch.name));
    }
  });

  it('take a mirror away again', () => {
    const mirror = { file: 'canary/mirror/patch.yaml', kind: 'VirtualService', name: 'product' };
    const back = patched(apply(mirror), parse(read('canary/mirror/remove.yaml')) as Operation[]);
    expect(back).toEqual(object('VirtualService', 'product'));
  });

  it('are refused when the place is not what they think', () => {
    const step = parse(read('canary/steps/10.yaml')) as Operation[];
    const other = patched(object('VirtualService', 'product'), [{ op: 'remove', path: '/spec/http/0' }]);
    expect(() => patched(other, step)).toThrow('/spec/http/3/name is not there');
  });
});
