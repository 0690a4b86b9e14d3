import { HOST } from './cluster.ts';
import type { Job } from './probes.ts';

const DOOR = 'ingress-gateway.istio-ingress';

/** A request to the shop as a browser sends it: over TLS, to the ingress gateway. */
export const atTheDoor = (path: string, { headers, ...more }: Partial<Job> = {}): Job => ({
  url: `https://${DOOR}${path}`,
  headers: { host: HOST, ...headers },
  ...more,
});

/** The same without TLS. */
export const withoutTls = (path: string, more: Partial<Job> = {}): Job => ({
  url: `http://${DOOR}${path}`,
  headers: { host: HOST },
  ...more,
});
