import { shipped } from './shipped.ts';
import type { Job } from './probes.ts';

export interface AllowedCall {
  /** The service account. */
  caller: string;
  callee: string;
  port: number;
  method: string;
  path: string;
}

interface Rule {
  from: { source: { principals: string[] } }[];
  to: { operation: { ports: string[]; methods?: string[]; paths?: string[] } }[];
}

const CALLEES = [
  ...['cart', 'control-room', 'gateway', 'inventory', 'notification'],
  ...['order', 'payment', 'product', 'psp-simulator', 'recommendation'],
];

/** Every call over HTTP that the policies of deploy/istio/security/allow allow inside of the shop. */
export const allowedCalls = (): AllowedCall[] => CALLEES.flatMap(callsOf);

function callsOf(callee: string): AllowedCall[] {
  const [policy] = shipped(`security/allow/${callee}.yaml`);
  const rules = policy!.spec!['rules'] as Rule[];
  return rules.flatMap(({ from, to }) => {
    const callers = from.flatMap(({ source }) => source.principals.map((it) => it.split('/').at(-1)!));
    const operations = to.flatMap(({ operation: { ports, methods = [], paths = [] } }) =>
      ports.flatMap((port) =>
        methods.flatMap((method) => paths.map((path) => ({ port: Number(port), method, path }))),
      ),
    );
    return callers.flatMap((caller) => operations.map((it) => ({ caller, callee, ...it })));
  });
}

/** An empty request: whoever is let in is told what is missing, and nothing happens. */
export function jobFor({ callee, port, method, path }: AllowedCall): Job {
  const url = `http://${callee}:${port}${path.replace('*', 'none')}`;
  return port === 9090 ? { url, grpc: '', timeout: 2_000 } : { url, method, timeout: 2_000 };
}
