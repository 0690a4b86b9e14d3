import type { Manifest } from '../manifest.ts';
import { idOf, ofKind } from '../read.ts';

/** An autoscaler has a Deployment, room to scale, and nobody else who says how many replicas there are. */
export function autoscaling(manifests: readonly Manifest[]): string[] {
  const deployments = new Map(ofKind(manifests, 'Deployment').map((it) => [it.metadata.name, it]));
  return ofKind(manifests, 'HorizontalPodAutoscaler').flatMap((scaler) => {
    const { scaleTargetRef, minReplicas = 1, maxReplicas = 0 } = scaler.spec!;
    const target = deployments.get(scaleTargetRef!.name);
    if (!target) return [`${idOf(scaler)}: there is no Deployment ${scaleTargetRef!.name}`];
    return [
      ...(target.spec?.replicas === undefined ? [] : [`${idOf(target)}: its replicas are the autoscaler's`]),
      ...(minReplicas < maxReplicas ? [] : [`${idOf(scaler)}: cannot scale`]),
    ];
  });
}
