import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubectl } from './cluster.ts';
import { istioctl } from './istioctl.ts';

export const LABS = 'mesh-labs';
const folder = join(import.meta.dirname, '../../../deploy/istio/labs');
export const guide = readFileSync(join(folder, 'README.md'), 'utf8');

export interface Answers {
  /** `200 v1`: how many */
  answers: Record<string, number>;
  /** Milliseconds. */
  slowest: number;
}

export async function startBench(): Promise<void> {
  await stopBench(); // one of a run that was broken off
  await kubectl(['apply', '-k', join(folder, 'bench')]);
  for (const name of ['shelf-v1', 'shelf-v2', 'client'])
    await kubectl(['-n', LABS, 'rollout', 'status', `deployment/${name}`, '--timeout=90s']);
}

export const stopBench = (): Promise<string> =>
  kubectl(['delete', '-k', join(folder, 'bench'), '--ignore-not-found']);

/** What the guide's `ask` says. */
export async function ask(path = '/', count = 10): Promise<Answers> {
  const command = ['/bin/node', '/labs/ask.mjs', path, String(count)];
  return JSON.parse(
    await kubectl(['-n', LABS, 'exec', 'deploy/client', '-c', 'app', '--', ...command]),
  ) as Answers;
}

/** @param file `broken` or `fixed` */
export const put = (lab: string, file: 'broken' | 'fixed'): Promise<string> =>
  kubectl(['-n', LABS, 'apply', '-f', join(folder, lab, `${file}.yaml`)]);

export const clear = (): Promise<string> =>
  kubectl(['-n', LABS, 'delete', 'virtualservices,destinationrules', '--all']);

const CLIENT = `deploy/client.${LABS}`;
const SHELF = `shelf.${LABS}.svc.cluster.local`;

/** The tools that the guide names. */
export const tools = {
  analyze: () => istioctl(['analyze', '-n', LABS]),
  describe: () => istioctl(['experimental', 'describe', 'service', `shelf.${LABS}`]),
  slices: () => kubectl(['-n', LABS, 'get', 'endpointslices', '-l', 'kubernetes.io/service-name=shelf']),
  routes: () => istioctl(['proxy-config', 'routes', CLIENT, '--name', '80', '-o', 'json']),
  cluster: () => istioctl(['proxy-config', 'cluster', CLIENT, '--fqdn', SHELF, '-o', 'json']),
  endpoints: () => istioctl(['proxy-config', 'endpoints', CLIENT, '--cluster', `outbound|80||${SHELF}`]),
};
