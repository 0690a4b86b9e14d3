import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { kubectl, tryKubectl } from './kubectl.ts';
import { repository } from './places.ts';
import type { Progress } from './progress.ts';
import { Failure } from './run.ts';

export const HOSTS = ['shop.tradewind.example', 'shop.localhost'];

interface Manifest {
  kind: string;
  metadata: { name: string; namespace?: string };
  spec?: { template?: { spec: { containers: { image: string }[] } } };
}

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** @param manifests what an overlay renders to */
export function namespaceOf(manifests: string): string {
  const found = documentsIn(manifests).find(({ kind }) => kind === 'Namespace');
  if (!found) throw new Failure('The overlay has no Namespace');
  return found.metadata.name;
}

const documentsIn = (manifests: string): Manifest[] =>
  parseAllDocuments(manifests)
    .map((it) => it.toJSON() as Manifest | null)
    .filter((it) => it !== null);

/** Makes a namespace before what is in it, so that it can get its Secrets. */
export async function makeNamespace(manifests: string): Promise<void> {
  const namespaces = documentsIn(manifests).filter(({ kind }) => kind === 'Namespace');
  await kubectl(['apply', '-f', '-'], namespaces.map((it) => JSON.stringify(it)).join('\n---\n'));
}

/** Applies an overlay as it is. Jobs cannot be changed: those of an earlier time are removed first. */
export async function applyOverlay(manifests: string, namespace: string): Promise<void> {
  const jobs = documentsIn(manifests).filter(({ kind }) => kind === 'Job');
  for (const { metadata } of jobs)
    await kubectl(['-n', namespace, 'delete', 'job', metadata.name, '--ignore-not-found', '--wait']);
  await kubectl(['apply', '-f', '-'], manifests);
}

/** `deployment/order`, for those that run one of these images. */
export const workloadsOf = (manifests: string, images: readonly string[]): string[] =>
  documentsIn(manifests)
    .filter(({ kind, spec }) => {
      const containers = spec?.template?.spec.containers ?? [];
      return WORKLOADS.includes(kind) && containers.some(({ image }) => images.includes(image));
    })
    .map(({ kind, metadata }) => `${kind.toLowerCase()}/${metadata.name}`);

export async function runningWorkloads(namespace: string): Promise<Set<string>> {
  const names = await kubectl(['-n', namespace, 'get', 'deployments,statefulsets', '-o', 'name']);
  return new Set(
    names
      .split('\n')
      .filter(Boolean)
      .map((name) => name.replace('.apps', '')),
  );
}

/** An image that was built anew under its old name is not noticed by Kubernetes. */
export async function restart(workloads: readonly string[], namespace: string): Promise<void> {
  if (workloads.length > 0) await kubectl(['-n', namespace, 'rollout', 'restart', ...workloads]);
}

export const applyFolder = (folder: string): Promise<string> =>
  kubectl(['apply', '-k', join(repository, folder)]);

/** Waits for everything that an overlay runs, and tells what is under way. @throws Failure naming the pods that are not well */
export async function waitForPods(manifests: string, namespace: string, progress: Progress): Promise<void> {
  const workloads = documentsIn(manifests).filter(({ kind }) => WORKLOADS.includes(kind));
  const end = Date.now() + 600_000;
  for (const { kind, metadata } of workloads) {
    const seconds = Math.max(1, Math.round((end - Date.now()) / 1_000));
    const target = `${kind.toLowerCase()}/${metadata.name}`;
    const { code } = await tryKubectl([
      '-n',
      namespace,
      'rollout',
      'status',
      target,
      `--timeout=${seconds}s`,
    ]);
    if (code !== 0) throw new Failure(`${target} does not get ready:\n${await unwell(namespace)}`);
    progress.say(`${target} is ready`);
  }
  for (const { metadata } of documentsIn(manifests).filter(({ kind }) => kind === 'Job')) {
    const wait = ['wait', '--for=condition=Complete', `job/${metadata.name}`, '--timeout=180s'];
    const { code } = await tryKubectl(['-n', namespace, ...wait]);
    if (code !== 0) throw new Failure(`job/${metadata.name} does not complete:\n${await unwell(namespace)}`);
  }
}

/** What somebody would ask first: the pods that are not ready, and the last warnings. */
async function unwell(namespace: string): Promise<string> {
  const pods = await tryKubectl(['-n', namespace, 'get', 'pods', '--no-headers']);
  const ready = /\s(\d+)\/\1\s+Running|Completed/;
  const events = await tryKubectl([
    ...[
      '-n',
      namespace,
      'get',
      'events',
      '--field-selector=type=Warning',
      '--sort-by=.lastTimestamp',
      '--no-headers',
    ],
  ]);
  const bad = pods.output.split('\n').filter((line) => line && !ready.test(line));
  return [...bad, ...events.output.trim().split('\n').slice(-6)].join('\n');
}
