import { randomBytes } from 'node:crypto';
import { eventually, NAMESPACE, podsOf } from './cluster.ts';
import { sendOne, told, type Job, type Probe } from './probes.ts';
import { accessLog } from './proxies.ts';

/** A line of the access log, by the names of deploy/istio/istiod-values.yaml. */
export interface Line {
  caller: string | null;
  cluster: string | null;
  details: string | null;
  flags: string;
  method: string | null;
  path: string | null;
  route: string | null;
  status: number;
  termination: string | null;
  traceparent: string | null;
}

/** Waits for lines in the access logs of an app's proxies. Envoy writes them when it has many, and every ten seconds. */
export function linesOf(
  app: string,
  wanted: (line: Line) => boolean,
  { namespace = NAMESPACE, limit = 25_000 } = {},
): Promise<Line[]> {
  return eventually(async () => {
    const pods = await podsOf(app, namespace);
    const logs = await Promise.all(pods.map((pod) => accessLog(pod, 60, namespace)));
    const found = (logs.flat() as unknown as Line[]).filter(wanted);
    if (found.length === 0) throw new Error(`the proxies of ${app} have not logged it`);
    return found;
  }, limit);
}

/** A call that is found again in access logs, by its trace. */
export interface MarkedCall {
  /** `403`, `200 grpc 7 RBAC: access denied` */
  answer: string;
  body: string;
  /** What the callee's proxy says of it. */
  line: () => Promise<Line>;
}

export async function sendMarked(from: Probe, app: string, job: Job): Promise<MarkedCall> {
  const traceparent = `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
  const group = await sendOne(from, { ...job, headers: { ...job.headers, traceparent } });
  const line = async (): Promise<Line> => (await linesOf(app, (it) => it.traceparent === traceparent))[0]!;
  return { answer: told(group), body: group.body, line };
}
