import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { identity } from './checks/identity.ts';
import { images } from './checks/images.ts';
import { network } from './checks/network.ts';
import { noSecrets } from './checks/no-secrets.ts';
import { documentedSecrets, secretsOf } from './checks/references.ts';
import { selectors } from './checks/selectors.ts';
import { combinations } from './combinations.ts';
import { readContract } from './contract.ts';
import { parseManifests, type Manifest } from './manifest.ts';
import { workloads } from './read.ts';
import { kubernetes } from './root.ts';

interface Kustomization {
  resources?: string[];
  components?: string[];
  patches?: { path: string }[];
  configMapGenerator?: { envs?: string[]; files?: string[] }[];
}

const contract = await readContract();
const all = globSync('**/*.*', { cwd: kubernetes }).map((it) => it.replaceAll(sep, '/'));
const read = (file: string): string => readFileSync(join(kubernetes, file), 'utf8');

/** Everything that a kustomization names, with the folders' own kustomizations. */
function named(file: string): string[] {
  const {
    resources = [],
    components = [],
    patches = [],
    configMapGenerator = [],
  } = parse(read(file)) as Kustomization;
  const generated = configMapGenerator.flatMap(({ envs = [], files = [] }) => [...envs, ...files]);
  return [...resources, ...components, ...patches.map(({ path }) => path), ...generated].map((name) => {
    const path = relative(kubernetes, join(kubernetes, dirname(file), name)).replaceAll(sep, '/');
    return /\.[a-z]+$/.test(path) ? path : `${path}/kustomization.yaml`;
  });
}

/** The resources that a folder's files hold, as they are: no patch applied, no name changed. */
function rawManifests(...folders: string[]): Manifest[] {
  return all
    .filter((file) => folders.some((it) => file.startsWith(`${it}/`)) && file.endsWith('.yaml'))
    .flatMap((file) => parseManifests(read(file)))
    .filter(({ kind, metadata }) => metadata && kind !== 'Kustomization' && metadata.name !== 'every');
}

describe('files of deploy/kubernetes', () => {
  const kustomizations = all.filter((it) => it.endsWith('kustomization.yaml'));

  it('are all named by a kustomization, and all that is named is there', () => {
    const missing = kustomizations
      .flatMap(named)
      .filter((it) => !all.includes(it) && !existsSync(join(kubernetes, it)));
    const used = new Set(kustomizations.flatMap(named));
    const unused = all.filter(
      (it) => !used.has(it) && !/^(README\.md|(overlays|components)\/[^/]+\/kustomization\.yaml)$/.test(it),
    );
    expect({ missing, unused }).toEqual({ missing: [], unused: [] });
  });

  it('are for every app, with an image and an account of its own, and no secret', () => {
    const base = rawManifests('base', 'components/postgres', 'components/kafka', 'components/seed');
    expect(
      workloads(base)
        .map(({ app }) => app)
        .toSorted(),
    ).toEqual([...contract.apps.keys(), 'migrate', 'seed', 'postgres', 'kafka'].toSorted());
    expect([
      ...images(base, contract),
      ...selectors(base),
      ...identity(base).filter((it) => !it.endsWith('is given a token for the API server')), // the shared patch
      ...noSecrets(base, contract),
    ]).toEqual([]);
  });

  it('have a policy for every caller, and no policy without one', () => {
    const manifests = rawManifests('base', 'components/network-policies', 'components/seed');
    // Generated ConfigMaps are not there yet: who uses the event log is seen in the rendered overlays.
    expect(network(manifests, contract).filter((it) => !it.includes('port 9092'))).toEqual([]);
  });

  it('document every Secret that is read, and none that is not', () => {
    const documented = documentedSecrets(read('README.md'));
    const references = workloads(rawManifests('base', 'components')).flatMap(({ pod }) => secretsOf(pod));
    const known = new Set(
      [...documented].flatMap(([name, keys]) => [...keys].map((key) => `${name}.${key}`)),
    );
    const readOnes = new Set(references.map(({ name, key }) => `${name}.${key}`));
    expect([...readOnes].toSorted()).toEqual(
      [...known].filter((it) => /-(database|session|webhook|admin|superuser)\./.test(it)).toSorted(),
    );
  });

  it('are rendered in some combination, every component and every overlay', () => {
    const folders = (kind: string) =>
      all.filter((it) => new RegExp(`^${kind}/[^/]+/kustomization`).test(it)).map((it) => it.split('/')[1]!);
    const own = folders('overlays')
      .flatMap((it) => named(`overlays/${it}/kustomization.yaml`))
      .map((it) => it.split('/')[1]);
    expect(new Set(combinations.map(({ overlay }) => overlay))).toEqual(new Set(folders('overlays')));
    const rendered = [...own, ...combinations.flatMap(({ components }) => components)];
    expect(folders('components').filter((it) => !rendered.includes(it))).toEqual([]);
  });
});
