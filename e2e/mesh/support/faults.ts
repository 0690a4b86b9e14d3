import { clusterArguments } from '@tradewind/cluster';
import { forwardPort } from '@tradewind/kubectl';
import { NAMESPACE } from './cluster.ts';

const ADMIN_PORT = 9_100;

/** Asks a single pod at its admin port, past its sidecar: the way of `kubectl port-forward`. */
async function askPod(pod: string, path: string, init?: RequestInit): Promise<string> {
  const place = ['-n', NAMESPACE, ...clusterArguments()];
  const forwarded = await forwardPort({ place } as never, `pod/${pod}`, ADMIN_PORT);
  try {
    const answer = await fetch(`http://127.0.0.1:${forwarded.port}${path}`, init);
    if (!answer.ok) throw new Error(`${pod} answers ${answer.status} to ${path}: ${await answer.text()}`);
    return await answer.text();
  } finally {
    await forwarded.close();
  }
}

/** Has one pod misbehave, and no other of its service, while something runs. See docs/faults.md. */
export async function misbehaving<Result>(
  pod: string,
  fault: string,
  value: number | undefined,
  during: () => Promise<Result>,
): Promise<Result> {
  const body = JSON.stringify({ enabled: true, value, lastsSeconds: 120 });
  await askPod(pod, `/faults/${fault}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body,
  });
  try {
    return await during();
  } finally {
    await askPod(pod, '/faults', { method: 'DELETE' });
  }
}

/** How many calls of a gRPC method a pod has answered, by its own count. */
export const answered = (pod: string, method: string): Promise<number> =>
  countOf(pod, 'rpc_server_seconds_count', method);

/** How many requests for a path. */
export const served = (pod: string, path: string): Promise<number> =>
  countOf(pod, 'http_server_seconds_count', path);

async function countOf(pod: string, metric: string, label: string): Promise<number> {
  const lines = (await askPod(pod, '/metrics')).split('\n');
  const counts = lines.filter((line) => line.startsWith(metric) && line.includes(label));
  return counts.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
