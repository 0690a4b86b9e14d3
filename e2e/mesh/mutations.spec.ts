import { beforeAll, describe, expect, it } from 'vitest';
import { changed, eventually, NAMESPACE, type Manifest } from './support/cluster.ts';
import { failing, quickChecks, type CheckName } from './support/quick-checks.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the manifests have no types, and a wrong path fails the test
type Spec = any;

interface Mutation {
  /** What somebody might do wrong. */
  what: string;
  object: [kind: string, name: string, namespace?: string];
  change: (spec: Spec) => void;
  caught: CheckName;
}

const routeNamed = (spec: Spec, name: string): Spec =>
  spec.http.find((it: { name: string }) => it.name === name);

const STRANGER = `cluster.local/ns/${NAMESPACE}/sa/mesh-test-stranger`;

const mutations: readonly Mutation[] = [
  {
    what: 'a weight',
    object: ['virtualservice', 'product'],
    change: (spec) => routeNamed(spec, 'canary').route.forEach((it: Spec) => (it.weight = 50)),
    caught: 'v1 has all traffic',
  },
  {
    what: 'the value of a header',
    object: ['virtualservice', 'product'],
    change: (spec) => (routeNamed(spec, 'search-v2').match[0].headers['x-search'].exact = 'v3'),
    caught: 'x-search: v2 leads to v2',
  },
  {
    what: 'the name of a header',
    object: ['virtualservice', 'recommendation'],
    change: (spec) => {
      const [match] = routeNamed(spec, 'group-b').match;
      match.headers = { 'x-recommendation': match.headers['x-recommendations'] };
    },
    caught: 'group b gets the other algorithm',
  },
  {
    what: 'the number of retries',
    object: ['virtualservice', 'inventory'],
    change: (spec) => (routeNamed(spec, 'stock').retries = { attempts: 0 }),
    caught: 'inventory is asked once more',
  },
  {
    what: 'a timeout',
    object: ['virtualservice', 'recommendation'],
    change: (spec) => (routeNamed(spec, 'group-a').timeout = '30s'),
    caught: 'recommendation is waited for 3 s',
  },
  {
    what: 'a limit of connections',
    object: ['destinationrule', 'payment'],
    change: (spec) => {
      spec.trafficPolicy.connectionPool.http.http2MaxRequests = 10_000;
      spec.trafficPolicy.connectionPool.http.http1MaxPendingRequests = 10_000;
    },
    caught: 'the pool of payment has a limit',
  },
  {
    what: 'a redirect',
    object: ['gateway.networking.istio.io', 'shop', 'istio-ingress'],
    change: (spec) => delete spec.servers.find((it: Spec) => it.port.protocol === 'HTTP').tls,
    caught: 'HTTP leads to HTTPS',
  },
  {
    what: 'an origin',
    object: ['virtualservice', 'shop'],
    change: (spec) => {
      for (const { corsPolicy } of spec.http)
        if (corsPolicy) corsPolicy.allowOrigins = [{ exact: 'https://partner.example' }];
    },
    caught: 'a partner may ask',
  },
  {
    what: 'mutual TLS',
    object: ['peerauthentication', 'default'],
    change: (spec) => (spec.mtls.mode = 'PERMISSIVE'),
    caught: 'plaintext is refused',
  },
  {
    what: 'a rule that allows too much',
    object: ['authorizationpolicy', 'allow-product'],
    change: (spec) => {
      for (const rule of spec.rules)
        if (rule.from[0].source.principals[0].endsWith('/sa/gateway')) delete rule.to[0].operation.paths;
    },
    caught: 'a method that nobody calls is refused',
  },
  {
    what: 'a rule for somebody else',
    object: ['authorizationpolicy', 'allow-product'],
    change: (spec) =>
      spec.rules.push({
        from: [{ source: { principals: [STRANGER] } }],
        to: [{ operation: { ports: ['9090'] } }],
      }),
    caught: 'a stranger is refused',
  },
  {
    what: 'who may leave the mesh',
    object: ['sidecar', 'default'],
    change: (spec) => (spec.outboundTrafficPolicy.mode = 'ALLOW_ANY'),
    caught: 'an unregistered host is refused',
  },
  {
    what: 'who may talk to a database',
    object: ['authorizationpolicy', 'allow-postgres'],
    change: (spec) =>
      spec.rules.push({
        from: [{ source: { principals: [STRANGER] } }],
        to: [{ operation: { ports: ['5432'] } }],
      }),
    caught: 'a stranger gets no word from PostgreSQL',
  },
];

describe('a mistake in a manifest', () => {
  beforeAll(async () => expect(await failing()).toEqual([]));

  it.each(mutations)(
    '$what is found, by "$caught" alone',
    async ({ object: [kind, name, namespace], change, caught }) => {
      const mutate = (manifest: Manifest): void => change(manifest.spec);
      const during = async (): Promise<void> => {
        await eventually(async () => expect(await quickChecks[caught]()).toBe(false), 30_000);
        expect(await failing()).toEqual([caught]);
      };
      await changed(kind, name, mutate, during, namespace);
      await eventually(async () => expect(await quickChecks[caught]()).toBe(true), 30_000);
    },
  );
});
