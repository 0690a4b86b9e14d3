import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders, nodePlaces, program } from '../places.ts';
import { run, tryRun, until } from '../run.ts';
import { POD_RANGE } from './addresses.ts';
import { startInNode } from './processes.ts';

/** Debian's package containernetworking-plugins puts them there. */
export const NETWORK_PLUGINS = '/usr/lib/cni';
const PAUSE_IMAGE = 'localhost/pause:1';

const network = {
  cniVersion: '1.0.0',
  name: 'tradewind',
  plugins: [
    {
      ...{ type: 'bridge', bridge: 'cni0', isGateway: true, ipMasq: false, hairpinMode: true },
      ipam: {
        type: 'host-local',
        dataDir: nodePlaces.addresses,
        ranges: [[{ subnet: POD_RANGE }]],
        routes: [{ dst: '0.0.0.0/0' }],
      },
    },
    { type: 'portmap', capabilities: { portMappings: true } },
  ],
};

// Without CAP_SYS_RESOURCE no process may lower its oom_score_adj, and runc would end over it: restrict_oom_score_adj.
const settings = `version = 3
root = '${nodePlaces.containerd}/root'
state = '${nodePlaces.containerd}/state'
[grpc]
address = '${nodePlaces.socket}'
[ttrpc]
address = '${nodePlaces.socket}.ttrpc'
[plugins.'io.containerd.cri.v1.runtime']
restrict_oom_score_adj = true
[plugins.'io.containerd.cri.v1.runtime'.cni]
bin_dirs = ['${NETWORK_PLUGINS}', '${nodePlaces.pluginPrograms}']
conf_dir = '${nodePlaces.pluginSettings}'
[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]
runtime_type = 'io.containerd.runc.v2'
[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]
SystemdCgroup = false
[plugins.'io.containerd.cri.v1.images'.pinned_images]
sandbox = '${PAUSE_IMAGE}'
`;

/** `ctr` against the node's own containerd, which stands beside the engine's. */
const containerd = (...args: string[]): [string, string[]] => [
  program.ctr,
  ['-a', nodePlaces.socket, '-n', 'k8s.io', ...args],
];

export async function startRuntime(): Promise<void> {
  const { pluginSettings, pluginPrograms } = nodePlaces;
  for (const folder of [nodePlaces.containerd, pluginSettings, pluginPrograms])
    mkdirSync(folder, { recursive: true });
  // Istio's plugin adds itself to this file, so what is there stays.
  const file = join(pluginSettings, '10-tradewind.conflist');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(network));
  const configuration = join(nodePlaces.containerd, 'config.toml');
  writeFileSync(configuration, settings);
  startInNode('containerd', join(folders.containerd, 'containerd'), ['-c', configuration], {
    environment: { PATH: `${folders.containerd}:${process.env['PATH']}:/usr/sbin` },
  });
  await until('containerd answers', 30, async () => (await tryRun(...containerd('version'))).code === 0);
}

/** Ends what runs in containers, and forgets them. */
export async function removeContainers(): Promise<void> {
  const list = async (kind: string): Promise<string[]> =>
    (await tryRun(...containerd(kind, 'ls', '-q'))).output.split('\n').filter(Boolean);
  for (const task of await list('tasks')) await tryRun(...containerd('tasks', 'kill', '-s', 'KILL', task));
  await until('all containers ended', 20, async () => {
    for (const task of await list('tasks')) await tryRun(...containerd('tasks', 'rm', '-f', task));
    return (await list('tasks')).length === 0;
  }).catch(() => undefined);
  for (const container of await list('containers'))
    await tryRun(...containerd('containers', 'rm', container));
}

/** Images that the engine has, into the node. Shared layers are sent once when they come in one call. */
export async function loadImages(
  names: readonly string[],
  environment: Record<string, string>,
): Promise<void> {
  const [command, args] = containerd('images', 'import', '-');
  await run(
    'bash',
    [
      '-o',
      'pipefail',
      '-c',
      'docker save "${@:1:$0}" | "${@:$0+1}"',
      String(names.length),
      ...names,
      command,
      ...args,
    ],
    {
      environment,
    },
  );
}
