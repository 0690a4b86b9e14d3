import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findKustomize } from './find-tools.ts';
import type { Manifest } from './manifest.ts';
import { renderFolder } from './render.ts';
import { root } from './root.ts';
import { openSchemas } from './schemas.ts';

interface Application extends Omit<Manifest, 'spec'> {
  metadata: Manifest['metadata'] & { annotations?: Record<string, string> };
  spec: {
    project: string;
    source?: Source;
    sources?: Source[];
    destination: { server: string; namespace: string };
    syncPolicy: { automated: { prune: boolean; selfHeal: boolean }; syncOptions?: string[] };
  };
}

interface Source {
  repoURL: string;
  targetRevision: string;
  path?: string;
  chart?: string;
  helm?: { valueFiles?: string[] };
}

interface Kind {
  group: string;
  kind: string;
}

interface Project extends Omit<Manifest, 'spec'> {
  spec: {
    sourceRepos: string[];
    destinations: { server: string; namespace: string }[];
    clusterResourceWhitelist: Kind[];
    namespaceResourceBlacklist?: Kind[];
  };
}

const kustomize = await findKustomize();
const schemas = await openSchemas();
const render = async (folder: string): Promise<Manifest[]> =>
  'missing' in kustomize ? [] : (await renderFolder(kustomize, join(root, folder))).manifests;
const bootstrap = await render('deploy/gitops/bootstrap');
const manifests = await render('deploy/gitops/applications');

const applications = manifests as unknown as Application[];
const projects = new Map(
  (bootstrap.filter(({ kind }) => kind === 'AppProject') as unknown as Project[]).map((it) => [
    it.metadata.name,
    it.spec,
  ]),
);
const sourcesOf = ({ spec }: Application): Source[] => spec.sources ?? (spec.source ? [spec.source] : []);
const nameOf = ({ metadata }: Application): string => metadata.name;
const kindOf = ({ apiVersion, kind }: Manifest): Kind => ({
  ...{ group: apiVersion.includes('/') ? apiVersion.split('/')[0]! : '', kind },
});

describe.skipIf('missing' in kustomize)('what Argo CD is told', () => {
  it('is a root, two projects, and an application for each part', () => {
    expect(bootstrap.map(({ kind, metadata }) => `${kind}/${metadata.name}`).toSorted()).toEqual([
      ...['AppProject/tradewind-platform', 'AppProject/tradewind-shop', 'Application/tradewind'],
    ]);
    const [rootApplication] = bootstrap.filter(
      ({ kind }) => kind === 'Application',
    ) as unknown as Application[];
    expect(rootApplication!.spec.source!.path).toBe('deploy/gitops/applications');
    expect(applications.map(({ kind }) => kind)).toEqual(applications.map(() => 'Application'));
  });

  it('comes in waves: what others need is there before', () => {
    const wave = ({ metadata }: Application): number =>
      Number(metadata.annotations!['argocd.argoproj.io/sync-wave']);
    const waves = Object.groupBy(applications, (it) => String(wave(it)));
    const order = Object.keys(waves).toSorted((a, b) => Number(a) - Number(b));
    expect(order.map((it) => waves[it]!.map(nameOf).toSorted())).toEqual([
      ['istio-base'],
      ['istiod'],
      ['egress', 'ingress'],
      ['observability'],
      ['shop-staging'],
      ['shop-production'],
    ]);
  });

  it('names one repository, which whoever uses this puts in its place', () => {
    const own = [...bootstrap, ...manifests].map((it) => (it as unknown as Application).spec.source?.repoURL);
    const repositories = new Set(own.filter((it) => it !== undefined));
    expect([...repositories].toSorted()).toEqual([
      'https://git.example.com/REPLACE-ME/tradewind.git',
      'https://istio-release.storage.googleapis.com/charts',
    ]);
    expect(JSON.stringify([...bootstrap, ...manifests])).not.toContain('"REPOSITORY"');
  });

  it.each(applications.map((it) => [nameOf(it), it] as const))(
    '%s is allowed what it does',
    async (_name, it) => {
      const { project, destination, syncPolicy } = it.spec;
      const allowed = projects.get(project)!;
      const sources = sourcesOf(it);
      expect(allowed.sourceRepos).toEqual(expect.arrayContaining(sources.map(({ repoURL }) => repoURL)));
      expect(allowed.destinations).toContainEqual(destination);
      expect(syncPolicy.automated).toEqual({ prune: true, selfHeal: true });
      expect(syncPolicy.syncOptions).toEqual(
        expect.arrayContaining(['ServerSideApply=true', 'Validate=true']),
      );
      for (const { chart, targetRevision, helm, path } of sources) {
        if (chart) expect(targetRevision).toMatch(/^\d+\.\d+\.\d+$/);
        expect((helm?.valueFiles ?? []).filter((file) => !isThere(file.replace(/^\$[a-z]+\//, '')))).toEqual(
          [],
        );
        if (path) expect(await refusalsOf(path, allowed)).toEqual([]);
      }
    },
  );

  it('fits the schemas of Argo CD', ({ skip }) => {
    if ('missing' in schemas) return skip(schemas.missing);
    expect([...bootstrap, ...manifests].flatMap((it) => schemas.check(it))).toEqual([]);
  });
});

const isThere = (path: string): boolean => existsSync(join(root, path));

/** What a project forbids of what a folder makes. @throws Error when there is no such folder, or it makes nothing */
async function refusalsOf(path: string, project: Project['spec']): Promise<string[]> {
  if (!isThere(join(path, 'kustomization.yaml'))) throw new Error(`${path} is not there`);
  const rendered = await render(path);
  if (rendered.length === 0) throw new Error(`${path} makes nothing`);
  return rendered.flatMap((object) => refusals(object, project));
}

/** What a project forbids. */
function refusals(object: Manifest, project: Project['spec']): string[] {
  const id = `${object.kind}/${object.metadata.name}`;
  const isIn = (kinds: Kind[] = []): boolean =>
    kinds.some(({ group, kind }) => JSON.stringify({ group, kind }) === JSON.stringify(kindOf(object)));
  const { namespace } = object.metadata;
  if (namespace === undefined)
    return isIn(project.clusterResourceWhitelist) ? [] : [`${id} belongs to the cluster`];
  const known = project.destinations.some((it) => it.namespace === namespace);
  return [
    ...(known ? [] : [`${id} is in ${namespace}`]),
    ...(isIn(project.namespaceResourceBlacklist) ? [`${id} is of a kind that is not allowed`] : []),
  ];
}

if ('missing' in kustomize)
  it('what Argo CD is told is rendered', ({ task, skip }) => {
    Object.assign(task.meta, { skipReason: kustomize.missing });
    skip(kustomize.missing);
  });
