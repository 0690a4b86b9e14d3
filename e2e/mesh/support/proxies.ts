import { eventually, kubectl, NAMESPACE } from './cluster.ts';
import type { Probe } from './probes.ts';

/** Asks the Envoy beside a container, by way of its own agent: nothing of it can be reached from elsewhere. */
export const askProxy = (
  pod: string,
  path: string,
  { method = 'GET', namespace = NAMESPACE } = {},
): Promise<string> =>
  kubectl(['-n', namespace, 'exec', pod, '-c', 'istio-proxy', '--', 'pilot-agent', 'request', method, path]);

interface HostStatus {
  address: { socket_address?: { address: string } };
  stats: { name: string; value?: string }[];
  health_status: { failed_outlier_check?: boolean };
}

/** What an Envoy has sent to one instance of a host. */
export interface Upstream {
  address: string;
  total: number;
  errors: number;
  /** Found ill by its answers, and sent nothing for a while. */
  ejected: boolean;
}

/**
 * The instances that an Envoy knows of a host, with what it has sent to each. Whatever Istio leaves out of its statistics is there.
 * @param cluster as Istio names it: `outbound|9090|v2|product`
 */
export async function upstreams(pod: string, cluster: string, namespace = NAMESPACE): Promise<Upstream[]> {
  const { cluster_statuses: all } = JSON.parse(
    await askProxy(pod, 'clusters?format=json', { namespace }),
  ) as {
    cluster_statuses: { name: string; host_statuses?: HostStatus[] }[];
  };
  const hosts = all
    .filter(({ name }) => name.startsWith(`${cluster}.`))
    .flatMap((it) => it.host_statuses ?? []);
  return hosts.map(({ address, stats, health_status: health }) => {
    const value = (name: string): number => Number(stats.find((it) => it.name === name)?.value ?? 0);
    return {
      address: address.socket_address?.address ?? '',
      total: value('rq_total'),
      errors: value('rq_error'),
      ejected: health.failed_outlier_check === true,
    };
  });
}

export const sent = (all: readonly Upstream[]): number => all.reduce((sum, { total }) => sum + total, 0);

/** Waits until the proxy of a probe has got what is asked for: its whole configuration contains, or no longer contains, a text. */
export const until = (
  { name, namespace }: Probe,
  holds: (configuration: string) => boolean,
  limit = 20_000,
): Promise<void> =>
  eventually(
    async () => {
      if (!holds(await askProxy(name, 'config_dump', { namespace })))
        throw new Error(`the proxy of ${name} did not get the configuration within ${limit} ms`);
    },
    limit,
    200,
  );

/** The last lines of access logs of a pod's proxy, as objects. */
export async function accessLog(
  pod: string,
  seconds: number,
  namespace = NAMESPACE,
): Promise<Record<string, unknown>[]> {
  const text = await kubectl(['-n', namespace, 'logs', pod, '-c', 'istio-proxy', `--since=${seconds}s`]);
  return text.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    try {
      return [JSON.parse(line) as Record<string, unknown>];
    } catch {
      return [];
    }
  });
}
