import { existsSync } from 'node:fs';
import { Failure, run, tryRun } from '../run.ts';
import {
  CLUSTER_RANGE,
  HOST_ADDRESS,
  HOST_CARD,
  NAMESPACE,
  NAMESPACE_FILE,
  NODE_ADDRESS,
  NODE_CARD,
  SERVICE_RANGE,
} from './addresses.ts';

const inNode = (...command: string[]): Promise<string> =>
  run('nsenter', [`--net=${NAMESPACE_FILE}`, '--', ...command]);

/** Makes the namespace and the way between it and the machine, for pods and Services. Safe to repeat. */
export async function makeNetwork(): Promise<void> {
  await refuseTakenRanges();
  if (!existsSync(NAMESPACE_FILE)) await run('ip', ['netns', 'add', NAMESPACE]);
  await inNode('ip', 'link', 'set', 'lo', 'up');
  if ((await tryRun('ip', ['link', 'show', HOST_CARD])).code !== 0) {
    await run('ip', [
      ...['link', 'add', HOST_CARD, 'type', 'veth', 'peer'],
      'name',
      NODE_CARD,
      'netns',
      NAMESPACE,
    ]);
    await run('ip', ['addr', 'add', `${HOST_ADDRESS}/24`, 'dev', HOST_CARD]);
    await run('ip', ['link', 'set', HOST_CARD, 'up']);
  }
  await inNode('ip', 'addr', 'replace', `${NODE_ADDRESS}/24`, 'dev', NODE_CARD);
  await inNode('ip', 'link', 'set', NODE_CARD, 'up');
  const settings = ['ip_forward=1', 'conf.all.route_localnet=1'].map((it) => `net.ipv4.${it}`);
  await inNode('sysctl', '-qw', ...settings, 'net.bridge.bridge-nf-call-iptables=1');
  for (const range of [CLUSTER_RANGE, SERVICE_RANGE])
    await run('ip', ['route', 'replace', range, 'via', NODE_ADDRESS]);
  // Nothing leaves the namespace: there is no default route. But a route is looked up before the node's own packets get another
  // destination, so Services need one.
  await inNode('ip', 'route', 'replace', SERVICE_RANGE, 'dev', NODE_CARD);
}

async function refuseTakenRanges(): Promise<void> {
  const routes = (await run('ip', ['route'])).split('\n').filter((line) => !line.includes(HOST_CARD));
  const taken = routes.filter((line) => /^10\.(244|245|96)\./.test(line));
  if (taken.length > 0)
    throw new Failure(
      `The cluster needs the ranges 10.96/16, 10.244/16 and 10.245.0/24, but this machine has: ${taken.join('; ')}`,
    );
}

/** Rules, bridges and cards go with the namespace. */
export async function removeNetwork(): Promise<void> {
  const { output } = await tryRun('ip', ['netns', 'list']);
  const pods = output
    .split('\n')
    .map((line) => line.split(' ')[0]!)
    .filter((name) => name.startsWith('cni-'));
  for (const name of pods) await tryRun('ip', ['netns', 'del', name]);
  await tryRun('ip', ['link', 'del', HOST_CARD]);
  if (existsSync(NAMESPACE_FILE)) await tryRun('ip', ['netns', 'del', NAMESPACE]);
}
