import type { Container, Labels, LabelSelector, Manifest, PodSpec } from './manifest.ts';

export interface Workload {
  /** Kind and name, for findings. */
  id: string;
  name: string;
  /** Name of the program: label `app.kubernetes.io/name`. */
  app: string;
  manifest: Manifest;
  labels: Labels;
  pod: PodSpec;
}

export const NAME_LABEL = 'app.kubernetes.io/name';

export const idOf = ({ kind, metadata }: Manifest): string => `${kind}/${metadata.name}`;

export const ofKind = (manifests: readonly Manifest[], kind: string): Manifest[] =>
  manifests.filter((it) => it.kind === kind);

export const names = (manifests: readonly Manifest[], kind: string): Set<string> =>
  new Set(ofKind(manifests, kind).map(({ metadata }) => metadata.name));

/** Everything that makes pods. */
export function workloads(manifests: readonly Manifest[]): Workload[] {
  return manifests
    .filter((it) => ['Deployment', 'StatefulSet', 'Job', 'DaemonSet'].includes(it.kind) && it.spec?.template)
    .map((manifest) => {
      const { metadata, spec: pod } = manifest.spec!.template!;
      const labels = metadata?.labels ?? {};
      const { name } = manifest.metadata;
      return { id: idOf(manifest), name, app: labels[NAME_LABEL] ?? name, manifest, labels, pod };
    });
}

export const containersOf = ({ containers, initContainers = [] }: PodSpec): Container[] => [
  ...initContainers,
  ...containers,
];

/** An empty selector selects everything, as Kubernetes has it. */
export function selects({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      if (operator !== 'In') throw new Error(`${operator} is not known here: use In, or teach it to selects`);
      return labels[key] !== undefined && values.includes(labels[key]);
    })
  );
}

export type Value = { literal: string } | { secret: string; key: string };

/** What a container finds in its environment. What is named and not there is found by the references. */
export function environmentOf(container: Container, manifests: readonly Manifest[]): Map<string, Value> {
  const maps = new Map(ofKind(manifests, 'ConfigMap').map((it) => [it.metadata.name, it.data ?? {}]));
  const values = new Map<string, Value>();
  for (const { configMapRef } of container.envFrom ?? [])
    for (const [name, literal] of Object.entries(maps.get(configMapRef?.name ?? '') ?? {}))
      values.set(name, { literal });
  for (const { name, value, valueFrom } of container.env ?? []) {
    const { secretKeyRef, configMapKeyRef } = valueFrom ?? {};
    if (secretKeyRef) values.set(name, { secret: secretKeyRef.name, key: secretKeyRef.key });
    else if (configMapKeyRef)
      values.set(name, { literal: maps.get(configMapKeyRef.name)?.[configMapKeyRef.key] ?? '' });
    else values.set(name, { literal: value ?? '' });
  }
  return values;
}

/** Bytes of a quantity such as 288Mi. */
export function bytesOf(quantity: string): number {
  const [, number, unit = ''] = /^(\d+)(Ki|Mi|Gi|)$/.exec(quantity) ?? [];
  if (number === undefined) throw new Error(`not a size in bytes: ${quantity}`);
  return Number(number) * 1_024 ** ['', 'Ki', 'Mi', 'Gi'].indexOf(unit);
}
