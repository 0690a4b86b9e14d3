import { apply, kubectl, NAMESPACE, remove, type Manifest } from './cluster.ts';
import { nodeImage } from './node-image.ts';

const name = 'mesh-test-echo';

/** Says what came in: the headers that a callee of the mesh really gets. */
export const echo = { name, url: `http://${name}:8080/` };

const program = `require('node:http').createServer((request, response) =>
  response.end(JSON.stringify(request.headers))).listen(8080)`;

const labels = { 'app.kubernetes.io/name': name };

const manifests: readonly object[] = [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels },
    spec: { selector: labels, ports: [{ name: 'http', port: 8080 }] },
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels },
    spec: {
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 1,
      securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'echo',
          image: nodeImage,
          command: ['node', '-e', program],
          readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 1 },
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
        },
      ],
    },
  },
];

/** Everybody in the namespace may ask the echo; without this nobody may. */
export const mayAskEcho: Manifest = {
  apiVersion: 'security.istio.io/v1',
  kind: 'AuthorizationPolicy',
  metadata: { name },
  spec: {
    selector: { matchLabels: labels },
    action: 'ALLOW',
    rules: [{ from: [{ source: { namespaces: [NAMESPACE] } }] }],
  },
};

export async function startEcho(): Promise<void> {
  await apply(manifests);
  await kubectl(['-n', NAMESPACE, 'wait', '--for=condition=Ready', `pod/${name}`, '--timeout=120s']);
}

export const stopEcho = (): Promise<string> => remove(manifests);
