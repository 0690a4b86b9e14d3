import { parse, stringify } from 'yaml';
import { INGRESS, PROMETHEUS, type AllowedCall } from './allowed-calls.ts';

/** Stands for the namespace of an overlay, which is put in its place when it is rendered. */
const NAMESPACE = 'tradewind';
const ELSEWHERE: Record<string, string> = { [INGRESS]: 'istio-ingress', [PROMETHEUS]: 'observability' };

const principalOf = (caller: string): string =>
  `cluster.local/ns/${ELSEWHERE[caller] ?? NAMESPACE}/sa/${caller}`;

interface Rule {
  from: { source: { principals: string[] } }[];
  to: { operation: { ports: string[]; methods?: string[]; paths?: string[] } }[];
}

interface Policy {
  metadata: { name: string };
  spec: { action: string; selector: { matchLabels: Record<string, string> }; rules: Rule[] };
}

const LABEL = 'app.kubernetes.io/name';
/** By this an overlay finds the identities that carry its namespace. */
const CALLERS = 'tradewind.dev/callers';

const isOutside = ({ caller }: AllowedCall): boolean => caller in ELSEWHERE;

/**
 * One AuthorizationPolicy for each program that is called, one rule for each caller and port; callers from other namespaces have a
 * policy of their own, because their identities stay when an overlay puts its namespace into the others. As files, by their names.
 */
export function writePolicies(calls: readonly AllowedCall[]): Map<string, string> {
  const byName = Map.groupBy(calls, (call) => `${call.callee}${isOutside(call) ? '-from-outside' : ''}`);
  return new Map([...byName].sort().map(([name, own]) => [`${name}.yaml`, policyOf(name, own)]));
}

function policyOf(name: string, calls: readonly AllowedCall[]): string {
  const { callee } = calls[0]!;
  const rules = calls
    .toSorted((a, b) => a.caller.localeCompare(b.caller) || a.port - b.port)
    .map(({ caller, port, methods, paths }) => ({
      from: [{ source: { principals: [principalOf(caller)] } }],
      // What is no HTTP has neither methods nor paths: such a rule would never hold.
      to: [{ operation: { ports: [String(port)], ...(methods.length > 0 && { methods, paths }) } }],
    }));
  const policy = {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata: { name: `allow-${name}`, labels: { [CALLERS]: isOutside(calls[0]!) ? 'outside' : 'inside' } },
    spec: { action: 'ALLOW', selector: { matchLabels: { [LABEL]: callee } }, rules },
  };
  return `# Written by npm run mesh:policies from the clients in the code; a test compares both.\n${stringify(policy)}`;
}

/** What these policies allow, call by call, for a comparison with what the code does. */
export function readPolicies(files: readonly string[]): AllowedCall[] {
  return files.flatMap((text) => {
    const { spec } = parse(text) as Policy;
    const callee = spec.selector.matchLabels[LABEL]!;
    return spec.rules.flatMap(({ from, to }) =>
      from.flatMap(({ source }) =>
        source.principals.flatMap((principal) =>
          to.map(({ operation: { ports, methods = [], paths = [] } }) => ({
            ...{ caller: principal.split('/').at(-1)!, callee, port: Number(ports[0]), methods, paths },
          })),
        ),
      ),
    );
  });
}

/** A call for each method and path, as text. */
const single = (calls: readonly AllowedCall[]): Set<string> =>
  new Set(
    calls.flatMap(({ caller, callee, port, methods, paths }) => {
      const connection = `${caller} → ${callee}:${port}`;
      if (methods.length === 0) return [connection];
      return methods.flatMap((method) => paths.map((path) => `${connection} ${method} ${path}`));
    }),
  );

export interface Disagreement {
  /** Would be refused, though the code makes it. */
  callsWithoutPolicy: string[];
  /** Is allowed, though nobody does it. */
  policiesWithoutCall: string[];
}

export function compare(real: readonly AllowedCall[], allowed: readonly AllowedCall[]): Disagreement {
  const [does, may] = [single(real), single(allowed)];
  return {
    callsWithoutPolicy: [...does].filter((call) => !may.has(call)).sort(),
    policiesWithoutCall: [...may].filter((call) => !does.has(call)).sort(),
  };
}
