import type { Kubectl } from '@tradewind/kubectl';

interface Pod {
  metadata: { name: string; deletionTimestamp?: string };
  status: { phase: string };
}

export const selectorOf = (service: string): string => `--selector=app.kubernetes.io/name=${service}`;

/** A pod of a service that runs. @throws Error when there is none */
export async function somePod(kubectl: Kubectl, service: string): Promise<string> {
  const { items } = await kubectl.get<{ items: Pod[] }>('pods', selectorOf(service));
  const pod = items.find(({ metadata, status }) => status.phase === 'Running' && !metadata.deletionTimestamp);
  if (!pod) throw new Error(`no pod of ${service} runs`);
  return pod.metadata.name;
}
