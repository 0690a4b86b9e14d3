import type { Action } from './action.ts';
import { selectorOf, somePod } from './pods.ts';

/** Without notice, as a node that fails. Its Deployment makes another one. */
export const killPod: Action = async ({ experiment: { service }, kubectl, later, say }) => {
  const pod = await somePod(kubectl, service);
  later(`kubectl get pods ${selectorOf(service)}`, async () => {
    await kubectl.run(['wait', 'pods', selectorOf(service), '--for=condition=Ready', '--timeout=120s']);
  });
  await kubectl.run(['delete', 'pod', pod, '--grace-period=0', '--force', '--wait=false']);
  say(`killed ${pod}`);
};
