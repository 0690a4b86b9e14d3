import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildImage, clusterImages, type Engine } from '../engine.ts';
import { putIntoNode } from '../images.ts';
import { kubectl, tryKubectl } from '../kubectl.ts';
import { nodePlaces } from '../places.ts';
import type { Progress } from '../progress.ts';
import { Failure, tryRun } from '../run.ts';
import { startControlPlane } from './control-plane.ts';
import { makeNetwork, removeNetwork } from './network.ts';
import { isRunning, startedInNode, stopInNode } from './processes.ts';
import { NETWORK_PLUGINS, removeContainers, startRuntime } from './runtime.ts';
import { offerVolumes } from './volumes.ts';
import { startWorker } from './worker.ts';

const PACKAGES =
  'docker.io containernetworking-plugins conntrack iptables gcc libc6-dev iproute2 openssl curl';

/** A Kubernetes of one node in a network namespace of its own: programs of this machine. Safe to repeat. */
export async function startNode(engine: Engine, progress: Progress): Promise<void> {
  await progress.step('network namespace', makeNetwork);
  await progress.step('container runtime', startRuntime);
  await progress.step('images of the node', async () => {
    for (const image of [clusterImages.pause, clusterImages.coredns]) await buildImage(engine, image);
    await putIntoNode([clusterImages.pause.tag, clusterImages.coredns.tag], engine);
  });
  await progress.step('control plane', startControlPlane);
  await progress.step('node', startWorker);
  await progress.step('volumes', offerVolumes);
  await progress.step('names of Services', async () => {
    await kubectl(['apply', '-f', join(import.meta.dirname, '../../images/coredns.yaml')]);
    await kubectl(['-n', 'kube-system', 'rollout', 'status', 'deployment/coredns', '--timeout=90s']);
  });
}

export const isNodeRunning = (): boolean => isRunning('kube-apiserver') && isRunning('kubelet');

/** @throws Failure with what is missing and how to get it */
export async function checkMachine(): Promise<void> {
  const other = 'Or name a cluster that is there: npm run cluster -- up --context NAME';
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Failure(`A cluster of one node needs Linux and root. ${other}`);
  const commands = ['nsenter', 'ip', 'iptables', 'conntrack', 'runc', 'openssl', 'gcc', 'curl', 'docker'];
  const answers = await Promise.all(
    commands.map((name) => tryRun('sh', ['-c', `PATH=$PATH:/usr/sbin command -v ${name}`])),
  );
  const missing = commands.filter((_, index) => answers[index]!.code !== 0);
  if (!existsSync(join(NETWORK_PLUGINS, 'bridge'))) missing.push(`${NETWORK_PLUGINS}/bridge`);
  if (missing.length > 0)
    throw new Failure(`Missing: ${missing.join(', ')}. On Debian: apt-get install ${PACKAGES}. ${other}`);
}

/** Ends and removes everything of the node: controllers first, or they would make pods anew; the store last. */
export async function removeNode(progress: Progress): Promise<void> {
  await progress.step('pods', async () => {
    for (const name of ['kube-scheduler', 'kube-controller-manager']) await stopInNode(name);
    if (isRunning('kube-apiserver'))
      await tryKubectl(['delete', 'pods', '-A', '--all', '--grace-period=1', '--wait=false']);
    for (const name of ['kubelet', 'kube-proxy']) await stopInNode(name);
    if (isRunning('containerd')) await removeContainers();
  });
  await progress.step('programs', async () => {
    for (const name of ['containerd', 'kube-apiserver', 'etcd', ...startedInNode()]) await stopInNode(name);
    await endShims();
  });
  await progress.step('mounts and network', async () => {
    await unmountAll();
    await removeNetwork();
    await removeControlGroups();
    // Istio's plugin speaks with its agent there.
    rmSync('/var/run/istio-cni', { recursive: true, force: true });
    rmSync(nodePlaces.folder, { recursive: true, force: true });
  });
}

/** containerd's helpers outlive it; they carry the path of its socket, by which they are known. */
async function endShims(): Promise<void> {
  const { output } = await tryRun('pgrep', ['-f', '--', `-address ${nodePlaces.socket}( |$)`]);
  for (const pid of output.split('\n').filter(Boolean)) await tryRun('kill', ['-9', pid]);
}

async function unmountAll(): Promise<void> {
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '');
  for (const path of mounts
    .filter((it) => it.startsWith(`${nodePlaces.folder}/`))
    .sort()
    .reverse())
    await tryRun('umount', ['-l', path]);
}

/** One for each controller in version 1, one in version 2. */
async function removeControlGroups(): Promise<void> {
  const root = '/sys/fs/cgroup';
  const folders = [root, ...readdirSync(root).map((name) => join(root, name))].map((it) =>
    join(it, 'kubepods'),
  );
  for (const folder of folders.filter((it) => existsSync(it)))
    await tryRun('find', [folder, '-depth', '-type', 'd', '-exec', 'rmdir', '{}', '+']);
}
