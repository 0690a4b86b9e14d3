import { homedir } from 'node:os';
import { join } from 'node:path';
import { CONTAINERD, COREDNS, ENVOY, HELM, ISTIO, KUBERNETES } from './versions.ts';

export const repository = join(import.meta.dirname, '../../..');

/** All checkouts share what was built, and the one node. */
const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'tradewind', 'cluster');

const programs = join(cache, 'programs');

/** Folders of programs; the name says the version, so that another version is built beside it. */
export const folders = {
  kubernetes: join(programs, `kubernetes-${KUBERNETES}`),
  containerd: join(programs, `containerd-${CONTAINERD}`),
  coredns: join(programs, `coredns-${COREDNS}`),
  helm: join(programs, `helm-${HELM}`),
  envoy: join(programs, `envoy-${ENVOY}`),
  istio: join(programs, `istio-${ISTIO}`),
  /** Modules that stand around what Go cannot install by its name. */
  build: join(cache, 'build'),
};

export const program = {
  kubectl: join(folders.kubernetes, 'kubectl'),
  istioctl: join(folders.istio, 'istioctl'),
  helm: join(folders.helm, 'helm'),
  ctr: join(folders.containerd, 'ctr'),
};

/** Everything of the node that runs: removed by `down`. */
const node = join(cache, 'node');

export const nodePlaces = {
  folder: node,
  logs: join(node, 'logs'),
  processes: join(node, 'processes'),
  certificates: join(node, 'certificates'),
  kubeconfigs: join(node, 'kubeconfigs'),
  etcd: join(node, 'etcd'),
  kubelet: join(node, 'kubelet'),
  volumes: join(node, 'volumes'),
  containerd: join(node, 'containerd'),
  addresses: join(node, 'network', 'addresses'),
  pluginSettings: join(node, 'network', 'settings'),
  /** Of plugins that are not the machine's own: Istio's puts itself there. */
  pluginPrograms: join(node, 'network', 'programs'),
  socket: join(node, 'containerd', 'containerd.sock'),
  /** For kubectl, as an administrator. */
  kubeconfig: join(node, 'kubeconfigs', 'admin.conf'),
  engine: join(homedir(), '.cache', 'tradewind', 'docker'),
};
