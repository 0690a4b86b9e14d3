import { join } from 'node:path';
import { isNodeRunning, loadIntoNode, nodePlaces, run } from '@tradewind/cluster';
import { kubectl } from './cluster.ts';

const repository = join(import.meta.dirname, '../../..');
const folder = join(repository, 'deploy/istio/rate-limits/global');
const NAMESPACE = 'istio-rate-limits';

/** What deploys the service; placing orders is limited to five in a minute for each shopper, so that a few calls reach it. */
async function manifests(): Promise<string> {
  const rendered = await kubectl(['kustomize', folder]);
  const few = 'unit: minute, requests_per_unit: 5';
  const changed = rendered.replace('unit: second, requests_per_unit: 20', few);
  if (changed === rendered) throw new Error('the limit of placing orders is not where it was');
  return changed;
}

/** Minutes when images have to be made: the node cannot pull them. */
export async function startRateLimitService(): Promise<void> {
  if (!process.env['TRADEWIND_CONTEXT'] && isNodeRunning()) {
    const script = join(repository, 'tools/containers/rate-limit-images.sh');
    await loadIntoNode((await run(script, [nodePlaces.engine])).trim().split(' '));
  }
  await kubectl(['delete', 'namespace', NAMESPACE, '--ignore-not-found']); // of a run that was broken off
  await kubectl(['apply', '-f', '-'], await manifests());
  for (const name of ['counters', 'ratelimit'])
    await kubectl(['-n', NAMESPACE, 'rollout', 'status', `deployment/${name}`, '--timeout=120s']);
}

export const stopRateLimitService = async (): Promise<string> =>
  kubectl(['delete', '--ignore-not-found', '-f', '-'], await manifests());

export async function takeRateLimitServiceAway(): Promise<void> {
  await kubectl(['-n', NAMESPACE, 'scale', 'deployment/ratelimit', '--replicas=0']);
  const selector = 'app.kubernetes.io/name=ratelimit';
  await kubectl(['-n', NAMESPACE, 'wait', '--for=delete', 'pod', '-l', selector, '--timeout=60s']);
}
