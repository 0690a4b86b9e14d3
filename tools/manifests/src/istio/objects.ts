import type { Labels, Manifest } from '../manifest.ts';

/** What these checks read of Istio's objects; everything else is left to the schemas of their definitions. */
export interface Destination {
  host: string;
  subset?: string;
  port?: { number: number };
}

interface StringMatch {
  exact?: string;
  prefix?: string;
  regex?: string;
}

export interface HttpMatch {
  uri?: StringMatch;
  method?: StringMatch;
  headers?: Record<string, StringMatch>;
  port?: number;
}

export interface HttpRoute {
  name?: string;
  match?: HttpMatch[];
  route?: { destination: Destination; weight?: number }[];
  mirror?: Destination;
  timeout?: string;
  retries?: { attempts: number; perTryTimeout?: string };
}

export interface VirtualService {
  hosts: string[];
  /** Undefined: for callers in the mesh. */
  gateways?: string[];
  http?: HttpRoute[];
}

export interface DestinationRule {
  host: string;
  trafficPolicy?: { connectionPool?: { tcp?: { connectTimeout?: string } } };
  subsets?: { name: string; labels: Labels }[];
}

interface Gateway {
  selector: Labels;
  servers: { hosts: string[] }[];
}

export interface AuthorizationPolicy {
  selector?: { matchLabels: Labels };
  rules?: {
    from?: { source: { principals?: string[] } }[];
    to?: { operation: { ports?: string[]; methods?: string[]; paths?: string[] } }[];
  }[];
}

interface Kinds {
  VirtualService: VirtualService;
  DestinationRule: DestinationRule;
  Gateway: Gateway;
  AuthorizationPolicy: AuthorizationPolicy;
}

/** The objects of one of Istio's kinds, each with its name for findings. */
export function istioObjects<Kind extends keyof Kinds>(
  manifests: readonly Manifest[],
  kind: Kind,
): { id: string; manifest: Manifest; spec: Kinds[Kind] }[] {
  return manifests
    .filter((it) => it.kind === kind && it.apiVersion.includes('.istio.io/'))
    .map((manifest) => ({
      id: `${kind}/${manifest.metadata.name}`,
      manifest,
      spec: (manifest.spec ?? {}) as unknown as Kinds[Kind],
    }));
}

/** Everything that a route sends requests to. */
export const destinationsOf = ({ route = [], mirror }: HttpRoute): Destination[] => [
  ...route.map(({ destination }) => destination),
  ...(mirror ? [mirror] : []),
];

/** Milliseconds of `0.25s`, `1.5s`, `2m`; undefined stays so. */
export function millisecondsOf(duration: string | undefined): number | undefined {
  if (duration === undefined) return undefined;
  const [, number, unit] = /^([\d.]+)(ms|s|m|h)$/.exec(duration) ?? [];
  if (number === undefined) throw new Error(`not a duration: ${duration}`);
  return Math.round(Number(number) * { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[unit as 'ms']);
}
