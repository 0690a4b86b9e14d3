import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeImage } from './node-image.ts';
import type { Group, Job, Report } from '../probe/probe.ts';
import { apply, kubectl, NAMESPACE, eventually } from './cluster.ts';

export type { Group, Job, Report };

/** A pod of the tests that sends calls, with the identity of one of the shop's services, of nobody's, or of no mesh at all. */
export interface Probe {
  name: string;
  namespace: string;
}

/** Has the gateway's identity: what it may, the gateway may. */
export const asGateway: Probe = { name: 'probe-gateway', namespace: NAMESPACE };
export const asOrder: Probe = { name: 'probe-order', namespace: NAMESPACE };
/** Learns names from its proxy, as payment does: so it finds hosts that only the mesh knows. */
export const asPayment: Probe = { name: 'probe-payment', namespace: NAMESPACE };
export const asControlRoom: Probe = { name: 'probe-control-room', namespace: NAMESPACE };
/** In the mesh, with an identity that nobody knows. */
export const asStranger: Probe = { name: 'probe-stranger', namespace: NAMESPACE };
/** Without a sidecar. */
export const outside: Probe = { name: 'probe-outside', namespace: 'mesh-test-outside' };

const identities: readonly [Probe, string][] = [
  [asGateway, 'gateway'],
  [asOrder, 'order'],
  [asPayment, 'payment'],
  [asControlRoom, 'control-room'],
  [asStranger, 'mesh-test-stranger'],
  [outside, 'default'],
];

const labels = { 'app.kubernetes.io/part-of': 'mesh-test' };

/** Makes the pods, and takes those of an earlier run as they are. */
export async function startProbes(): Promise<void> {
  await apply(
    [
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: outside.namespace, labels: { 'istio-injection': 'disabled' } },
      },
    ],
    outside.namespace,
  );
  await apply([
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'mesh-test-stranger', labels } },
  ]);
  for (const namespace of [NAMESPACE, outside.namespace]) await apply([script()], namespace);
  // The API server may not have heard of an account that was made just now.
  for (const [probe, account] of identities)
    await eventually(() => apply([pod(probe, account)], probe.namespace));
  for (const [{ name, namespace }] of identities)
    await kubectl(['-n', namespace, 'wait', '--for=condition=Ready', `pod/${name}`, '--timeout=120s']);
}

export async function removeProbes(): Promise<void> {
  await kubectl([
    '-n',
    NAMESPACE,
    'delete',
    'pods,configmaps,serviceaccounts',
    '-l',
    'app.kubernetes.io/part-of=mesh-test',
    '--ignore-not-found',
    '--grace-period=1',
  ]);
  await kubectl(['delete', 'namespace', outside.namespace, '--ignore-not-found']);
}

const script = (): object => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'probe', labels },
  data: { 'probe.ts': readFileSync(join(import.meta.dirname, '../probe/probe.ts'), 'utf8') },
});

/** @param annotations settings of its own proxy, for instance */
export const pod = (
  { name }: Probe,
  serviceAccountName: string,
  annotations: Record<string, string> = {},
): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: { ...labels, 'app.kubernetes.io/name': name }, annotations },
  spec: {
    serviceAccountName,
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: 1,
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'probe',
        image: nodeImage,
        command: ['node', '-e', "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1e6)"],
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '256Mi' } },
        volumeMounts: [{ name: 'probe', mountPath: '/probe' }],
      },
    ],
    volumes: [{ name: 'probe', configMap: { name: 'probe' } }],
  },
});

/** Sends calls from inside of the cluster, and answers what came back, counted. */
export async function send(from: Probe, job: Job): Promise<Report> {
  const command = ['exec', from.name, '-c', 'probe', '--', 'node', '/probe/probe.ts', JSON.stringify(job)];
  return JSON.parse(await kubectl(['-n', from.namespace, ...command])) as Report;
}

/** The only answer to one call. */
export async function sendOne(from: Probe, job: Job): Promise<Group> {
  const { groups } = await send(from, { ...job, count: 1 });
  return groups[0]!;
}

/** `200`, or `200 grpc 7 RBAC: access denied`: what a person would say of an answer. */
export const told = ({ status, code, message }: Group): string =>
  [status, ...(code === undefined ? [] : [`grpc ${code}`]), ...(message ? [message] : [])].join(' ');

/** How many of each. */
export function counted({ groups }: Report, by: (group: Group) => string = told): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const group of groups) sums[by(group)] = (sums[by(group)] ?? 0) + group.count;
  return sums;
}
