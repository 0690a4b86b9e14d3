import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { kubectl, tryKubectl } from '../kubectl.ts';
import { folders, nodePlaces } from '../places.ts';
import { Failure, until } from '../run.ts';
import { CLUSTER_RANGE, DNS_SERVICE, NODE_ADDRESS } from './addresses.ts';
import { certificate, kubeconfig } from './certificates.ts';
import { isRunning, lastLines, startInNode } from './processes.ts';

export const NODE_NAME = 'node1';

/** kubelet and kube-proxy: the node becomes ready. */
export async function startWorker(): Promise<void> {
  mkdirSync(nodePlaces.kubelet, { recursive: true });
  const file = (name: string, settings: object): string => {
    const path = join(nodePlaces.kubelet, name);
    const text = stringify(settings);
    // kube-proxy ends when its settings are written, be they the same.
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
    return path;
  };
  writeFileSync(join(nodePlaces.kubelet, 'resolv.conf'), '');
  startInNode('kubelet', join(folders.kubernetes, 'kubelet'), [
    ...['--config', file('kubelet.yaml', kubeletSettings), '--kubeconfig', kubeconfig('kubelet')],
    ...[
      '--root-dir',
      join(nodePlaces.kubelet, 'root'),
      '--cert-dir',
      join(nodePlaces.kubelet, 'certificates'),
    ],
    ...['--hostname-override', NODE_NAME, '--node-ip', NODE_ADDRESS],
  ]);
  startInNode('kube-proxy', join(folders.kubernetes, 'kube-proxy'), [
    '--config',
    file('proxy.yaml', proxySettings),
  ]);
  await until('the node is known', 90, async () => {
    if (!isRunning('kubelet')) throw new Failure(`kubelet has ended:\n${lastLines('kubelet')}`);
    return (await tryKubectl(['get', 'node', NODE_NAME])).code === 0;
  });
  await kubectl(['wait', '--for=condition=Ready', `node/${NODE_NAME}`, '--timeout=90s']);
  // As a zone of a cloud would have them: rules of locality have something to compare.
  const places = ['topology.kubernetes.io/region=here', 'topology.kubernetes.io/zone=here-a'];
  await kubectl(['label', 'node', NODE_NAME, ...places, '--overwrite']);
}

const kubeletSettings = {
  apiVersion: 'kubelet.config.k8s.io/v1beta1',
  kind: 'KubeletConfiguration',
  failCgroupV1: false,
  cgroupDriver: 'cgroupfs',
  failSwapOn: false,
  authentication: {
    anonymous: { enabled: false },
    webhook: { enabled: true },
    x509: { clientCAFile: certificate('ca.crt') },
  },
  authorization: { mode: 'Webhook' },
  clusterDNS: [DNS_SERVICE],
  clusterDomain: 'cluster.local',
  resolvConf: join(nodePlaces.kubelet, 'resolv.conf'),
  containerRuntimeEndpoint: `unix://${nodePlaces.socket}`,
  // Images were loaded and cannot be pulled again.
  imageGCHighThresholdPercent: 100,
  evictionHard: {
    'nodefs.available': '1%',
    'imagefs.available': '1%',
    'nodefs.inodesFree': '1%',
    'memory.available': '100Mi',
  },
  registerNode: true,
  syncFrequency: '10s',
  nodeStatusUpdateFrequency: '5s',
  podLogsDir: join(nodePlaces.kubelet, 'logs'),
  maxPods: 200,
};

const proxySettings = {
  apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
  kind: 'KubeProxyConfiguration',
  mode: 'iptables',
  clientConnection: { kubeconfig: kubeconfig('proxy') },
  clusterCIDR: CLUSTER_RANGE,
  hostnameOverride: NODE_NAME,
  conntrack: { maxPerCore: 0 },
  nodePortAddresses: [`${NODE_ADDRESS}/32`],
  iptables: { minSyncPeriod: '0s' },
};
