import type { LabelSelector, Manifest } from '../manifest.ts';
import { idOf, ofKind, selects, workloads, type Workload } from '../read.ts';

/** Every Deployment has a budget, every budget has pods, and lets one of them go: else no node can ever be drained. */
export function disruption(manifests: readonly Manifest[]): string[] {
  const deployments = workloads(manifests).filter(({ manifest }) => manifest.kind === 'Deployment');
  const budgets = ofKind(manifests, 'PodDisruptionBudget').map((budget) => ({
    budget,
    pods: deployments.filter(({ labels }) => selects(budget.spec!.selector as LabelSelector, labels)),
  }));
  return [
    ...deployments
      .filter((it) => !budgets.some(({ pods }) => pods.includes(it)))
      .map(({ id }) => `${id}: no disruption budget`),
    ...budgets.flatMap(({ budget, pods }) => {
      if (pods.length === 0) return [`${idOf(budget)}: selects nothing`];
      return allowsEviction(budget, pods, manifests) ? [] : [`${idOf(budget)}: allows no eviction`];
    }),
  ];
}

function allowsEviction({ spec }: Manifest, pods: Workload[], manifests: readonly Manifest[]): boolean {
  const { minAvailable, maxUnavailable = 0 } = spec!;
  if (minAvailable === undefined) return Number.parseInt(String(maxUnavailable)) > 0;
  const replicas = pods.reduce((sum, pod) => sum + replicasOf(pod, manifests), 0);
  return typeof minAvailable === 'string'
    ? Math.ceil((replicas * Number.parseInt(minAvailable)) / 100) < replicas
    : minAvailable < replicas;
}

function replicasOf({ name, manifest }: Workload, manifests: readonly Manifest[]): number {
  const scaler = ofKind(manifests, 'HorizontalPodAutoscaler').find(
    ({ spec }) => spec?.scaleTargetRef?.name === name,
  );
  return scaler?.spec?.minReplicas ?? manifest.spec?.replicas ?? 1;
}
